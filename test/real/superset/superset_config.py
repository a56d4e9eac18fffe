"""Superset for the lane: metadata in SQLite, no Redis, no Celery, on loopback only. Addresses come from the environment."""

import os

SECRET_KEY = "test-only-not-a-secret-test-only-0123456789"
# Requests run in threads.
SQLALCHEMY_DATABASE_URI = f"sqlite:///{os.environ['SUPERSET_HOME']}/superset.db?check_same_thread=false"

TALISMAN_ENABLED = False
RATELIMIT_ENABLED = False
AUTH_RATE_LIMITED = False
SESSION_COOKIE_SECURE = False
FAB_ADD_SECURITY_API = True

CACHE_CONFIG = {"CACHE_TYPE": "NullCache"}
DATA_CACHE_CONFIG = {"CACHE_TYPE": "NullCache"}
FILTER_STATE_CACHE_CONFIG = {"CACHE_TYPE": "SimpleCache", "CACHE_DEFAULT_TIMEOUT": 3600}
EXPLORE_FORM_DATA_CACHE_CONFIG = {"CACHE_TYPE": "SimpleCache", "CACHE_DEFAULT_TIMEOUT": 3600}

FEATURE_FLAGS = {"DASHBOARD_RBAC": True}
LOG_LEVEL = "INFO"
