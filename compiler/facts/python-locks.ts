// Whole environments of Python 3.11, as they ran together; `test/real/install/` says how they are made, and a test holds
// both equal. Airflow and dbt cannot share one: their pins exclude each other.

/** Airflow with its providers. */
export const AIRFLOW_LOCK = `a2wsgi==1.10.10
aiohappyeyeballs==2.7.1
aiohttp==3.14.5
aiosignal==1.4.0
aiosmtplib==5.1.3
aiosqlite==0.22.1
alembic==1.20.1
annotated-doc==0.0.7
annotated-types==0.8.0
anyio==4.16.0
apache-airflow==3.3.2
apache-airflow-core==3.3.2
apache-airflow-providers-apache-iceberg==2.1.2
apache-airflow-providers-apache-kafka==2.1.0
apache-airflow-providers-common-compat==1.23.0
apache-airflow-providers-common-io==1.11.0
apache-airflow-providers-common-sql==2.4.0
apache-airflow-providers-docker==4.6.1
apache-airflow-providers-http==6.3.0
apache-airflow-providers-postgres==7.1.1
apache-airflow-providers-smtp==3.2.0
apache-airflow-providers-standard==1.21.0
apache-airflow-providers-trino==6.7.1
apache-airflow-task-sdk==1.3.2
argcomplete==3.7.2
arrow==1.4.0
asgiref==3.13.0
asyncpg==0.32.0
attrs==26.1.0
babel==2.18.0
cachetools==8.0.1
cadwyn==7.0.0
certifi==2026.10.18
cffi==2.1.1 ; platform_python_implementation != 'PyPy'
charset-normalizer==3.5.2
click==8.5.1
colorama==0.4.6 ; sys_platform == 'win32'
colorlog==6.12.0
confluent-kafka==2.16.1
cron-descriptor==2.2.1
croniter==7.0.0
cryptography==50.0.2
deprecated==1.3.1 ; python_full_version < '3.12'
deprecated==3.0.1 ; python_full_version >= '3.12'
dill==0.4.1
dnspython==2.9.2
docker==7.2.0
email-validator==2.4.0
fastapi==0.136.3
fastapi-cli==0.0.34
frozenlist==1.8.0
fsspec==2026.9.0
googleapis-common-protos==1.76.0
greenback==1.3.0
greenlet==3.5.6
grpcio==1.85.1
h11==0.16.0
httpcore==1.0.9
httptools==0.9.0
httpx==0.28.1
idna==3.20
importlib-metadata==10.2.0
isoduration==20.11.0
itsdangerous==2.2.0
jinja2==3.1.6
jsonschema==4.26.0
jsonschema-specifications==2025.9.1
lazy-importer==0.1.0 ; python_full_version < '3.15'
lazy-object-proxy==1.13.0
libcst==1.9.0
linkify-it-py==2.2.0
lockfile==0.12.2
lz4==4.4.5
mako==1.4.3
markdown-it-py==4.3.0
markupsafe==3.0.4
mdurl==0.1.2
methodtools==0.4.7
mmh3==5.3.1
more-itertools==11.2.1
msgspec==0.22.0
multidict==7.2.1
natsort==8.4.0
numpy==2.4.6 ; python_full_version < '3.12'
numpy==2.5.5 ; python_full_version >= '3.12'
opentelemetry-api==1.45.2
opentelemetry-exporter-http-transport==0.66b2
opentelemetry-exporter-otlp==1.45.2
opentelemetry-exporter-otlp-common==0.66b2
opentelemetry-exporter-otlp-proto-common==1.45.2
opentelemetry-exporter-otlp-proto-grpc==1.45.2
opentelemetry-exporter-otlp-proto-http==1.45.2
opentelemetry-proto==1.45.2
opentelemetry-sdk==1.45.2
opentelemetry-semantic-conventions==0.66b2
orjson==3.13.0 ; platform_python_implementation != 'PyPy'
outcome==1.3.0.post0
packaging==26.3
pandas==3.1.1
pathlib-abc==0.5.2
pathspec==1.1.1
pendulum==3.3.0
pluggy==1.7.0
propcache==0.5.4
protobuf==7.36.2
psutil==7.2.2
psycopg==3.3.9
psycopg-binary==3.3.9 ; implementation_name != 'pypy'
psycopg2-binary==2.9.13
pycparser==3.12 ; implementation_name != 'PyPy' and platform_python_implementation != 'PyPy'
pydantic==2.14.3
pydantic-core==2.50.4
pydantic-extra-types==2.11.1
pydantic-settings==2.16.3
pygments==2.21.0
pygtrie==2.6.2
pyiceberg==0.12.0
pyjwt==2.15.1
pyparsing==3.3.3
pyroaring==1.2.0
python-daemon==3.1.2
python-dateutil==4.0.0
python-dotenv==1.2.4
python-multipart==0.0.34
python-slugify==9.2.0
pytz==2026.6
pyyaml==6.0.3
pyyaml-ft==8.0.0 ; python_full_version == '3.13.*'
referencing==0.37.0
requests==2.34.2
requests-toolbelt==1.0.0
rich==15.0.0
rich-argparse==1.8.0
rich-toolkit==0.20.6
rpds-py==2026.9.1
setproctitle==1.3.8
shellingham==1.5.4
six==1.17.0
sniffio==1.3.1
sqlalchemy==2.1.9
sqlparse==0.6.1
starlette==1.10.0
strictyaml==1.7.3
structlog==26.1.0
svcs==26.2.0
tabulate==0.10.0
tenacity==9.2.1
termcolor==3.3.0
text-unidecode==1.3
trino==0.340.0
typer==0.29.2
typing-extensions==4.16.0
typing-inspection==0.4.5
tzdata==2026.6
tzlocal==5.4.5
universal-pathlib==0.3.10
urllib3==2.8.0
uuid6==2025.0.1
uvicorn==0.54.0
uvloop==0.23.0 ; platform_python_implementation != 'PyPy' and sys_platform != 'cygwin' and sys_platform != 'win32'
watchfiles==1.3.0
websockets==17.4
wirerope==1.0.0
wrapt==2.5.2
yarl==1.25.1
zipp==4.1.2
zstandard==0.25.0
`;

/** dbt for Trino. It leaves out on purpose what dbt asks for and does not need, so it installs with `--no-deps`. */
export const DBT_LOCK = `agate==1.9.1
annotated-types==0.8.0
attrs==26.1.0
babel==2.18.0
certifi==2026.10.18
charset-normalizer==3.5.2
click==8.5.1
colorama==0.4.6
daff==1.4.2
dbt-adapters==1.24.5
dbt-common==1.39.0
dbt-core==1.12.6
dbt-core-experimental-parser==2.0.0a4
dbt-extractor==0.6.0
dbt-protos==1.0.615
dbt-trino==1.11.0
deepdiff==8.6.2
idna==3.20
importlib-metadata==10.2.0
isodate==0.7.2
jinja2==3.1.6
jsonschema==4.26.0
jsonschema-specifications==2025.9.1
lazy-importer==0.1.0 ; python_full_version < '3.15'
leather==0.4.1
lz4==4.4.5
markupsafe==3.0.4
mashumaro==3.17
metricflow==0.213.0
more-itertools==10.8.0
msgpack==1.2.4
networkx==3.6.1 ; python_full_version < '3.12'
networkx==3.7 ; python_full_version >= '3.12'
opentelemetry-api==1.45.2
orderly-set==5.5.0
orjson==3.13.0 ; platform_python_implementation != 'PyPy'
packaging==26.3
parsedatetime==2.6
pathspec==1.0.4
protobuf==6.33.6
pydantic==2.14.3
pydantic-core==2.50.4
python-dateutil==2.9.0.post0
python-dotenv==1.2.4
python-slugify==9.2.0
pytimeparse==1.1.10
pytz==2026.6
pyyaml==6.0.3
rapidfuzz==3.14.6
referencing==0.37.0
requests==2.34.2
rpds-py==2026.9.1
six==1.17.0
snowplow-tracker==1.1.0
sqlglot==30.30.0
sqlparse==0.6.1
tabulate==0.10.0
text-unidecode==1.3
trino==0.340.0
typing-extensions==4.16.0
typing-inspection==0.4.5
tzdata==2026.6 ; sys_platform == 'win32'
tzlocal==5.4.5
urllib3==2.8.0
zipp==4.1.2
zstandard==0.25.0
`;
