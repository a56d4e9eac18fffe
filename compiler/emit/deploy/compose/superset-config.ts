/** `superset_config.py` of one machine: its own database, caches in the process. */
export const SUPERSET_CONFIG = `"""Superset on one machine; values come from the environment."""

import os

SECRET_KEY = os.environ["SUPERSET_SECRET_KEY"]
SQLALCHEMY_DATABASE_URI = os.environ["ODP_SUPERSET_DATABASE_URI"]

# Without a server for caches each process keeps its own.
CACHE_CONFIG = {"CACHE_TYPE": "SimpleCache"}
FILTER_STATE_CACHE_CONFIG = {"CACHE_TYPE": "SupersetMetastoreCache"}
EXPLORE_FORM_DATA_CACHE_CONFIG = {"CACHE_TYPE": "SupersetMetastoreCache"}
`;
