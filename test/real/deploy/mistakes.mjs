// Mistakes that the checkers have to see: each is one replacement in an emitted file of the example `shop`.

/** @typedef {{ what: string, file: string, from: string | RegExp, to: string }} Mistake */

/** @type {readonly Mistake[]} */
export const composeMistakes = [
  { what: "a misspelt key of a service", file: "compose.yaml", from: "healthcheck:", to: "healthchek:" },
  { what: "a misspelt key at the top", file: "compose.yaml", from: /^volumes:$/m, to: "volume:" },
  {
    what: "a service that waits for one that is not there",
    file: "compose.yaml",
    from: "kafka-1:\n        condition",
    to: "kafka-9:\n        condition",
  },
  { what: "an unknown condition", file: "compose.yaml", from: "service_healthy", to: "service_ready" },
  {
    what: "a volume that is not declared",
    file: "compose.yaml",
    from: "- postgres:/var",
    to: "- database:/var",
  },
  {
    what: "a port that is none",
    file: "compose.yaml",
    from: "127.0.0.1:5432:5432",
    to: "127.0.0.1:5432:port",
  },
  {
    what: "a memory limit that is none",
    file: "compose.yaml",
    from: /mem_limit: "?1g"?/,
    to: "mem_limit: much",
  },
  {
    what: "an interval that is none",
    file: "compose.yaml",
    from: /interval: "?10s"?/,
    to: "interval: often",
  },
  { what: "a base that is not there", file: "compose.yaml", from: "service: airflow", to: "service: airflo" },
  {
    what: "a base file that is not there",
    file: "compose.yaml",
    from: "file: base.yaml",
    to: "file: bases.yaml",
  },
  { what: "a secret that is not declared", file: "compose.yaml", from: "- google-key", to: "- google-keys" },
  {
    what: "two services of a ring",
    file: "compose.yaml",
    from: "  postgres:\n    image",
    to: "  postgres:\n    depends_on: [connect]\n    image",
  },
  {
    what: "an unclosed reference",
    file: "compose.yaml",
    from: "${ODP_POSTGRES_PASSWORD:?}",
    to: "${ODP_POSTGRES_PASSWORD",
  },
  {
    what: "a variable that nobody sets",
    file: "compose.yaml",
    from: "${ODP_POSTGRES_PASSWORD:?}",
    to: "${ODP_POSTGRES_PASWORD:?}",
  },
  {
    what: "a key that stands twice",
    file: "compose.yaml",
    from: "    restart: unless-stopped",
    to: "    restart: unless-stopped\n    restart: always",
  },
  { what: "a list where a text belongs", file: "base.yaml", from: /image: \S+/, to: "image: [a, b]" },
];

/** @type {readonly Mistake[]} */
export const manifestMistakes = [
  { what: "a misspelt key of a container", file: "workloads.yaml", from: "image:", to: "imagee:" },
  {
    what: "a text where a number belongs",
    file: "workloads.yaml",
    from: "backoffLimit: 20",
    to: "backoffLimit: many",
  },
  { what: "a job without a template", file: "workloads.yaml", from: "template:", to: "templates:" },
  {
    what: "an unknown kind",
    file: "workloads.yaml",
    from: "kind: ServiceAccount",
    to: "kind: ServiceAcount",
  },
  {
    what: "a version of an interface that is gone",
    file: "workloads.yaml",
    from: "batch/v1",
    to: "batch/v1beta1",
  },
  {
    what: "a reference without a key",
    file: "workloads.yaml",
    from: /\n\s+key: AIRFLOW_DATABASE_URI/,
    to: "",
  },
  {
    what: "a misspelt key of a cluster",
    file: "kafka.yaml",
    from: "entityOperator:",
    to: "entityOperators:",
  },
  { what: "a cluster without listeners", file: "kafka.yaml", from: "listeners:", to: "listener:" },
  { what: "a listener of an unknown type", file: "kafka.yaml", from: "type: internal", to: "type: external" },
  { what: "nodes of an unknown role", file: "kafka.yaml", from: "- broker", to: "- brokers" },
  { what: "nodes without storage", file: "kafka.yaml", from: "storage:", to: "storages:" },
  {
    what: "a topic with a text for its partitions",
    file: "topics.yaml",
    from: "partitions: 1",
    to: "partitions: one",
  },
  { what: "a topic without partitions", file: "topics.yaml", from: "partitions: 1", to: "partitions: 0" },
  {
    what: "a name that Kubernetes refuses",
    file: "topics.yaml",
    from: "name: shop-shop.",
    to: "name: shop_shop.",
  },
  {
    what: "an interface that Strimzi no longer serves",
    file: "topics.yaml",
    from: "kafka.strimzi.io/v1",
    to: "kafka.strimzi.io/v1beta2",
  },
  { what: "Connect without a group", file: "connect.yaml", from: "groupId:", to: "groupID:" },
  { what: "a plugin of an unknown type", file: "connect.yaml", from: "type: maven", to: "type: mvn" },
  {
    what: "a plugin without a name",
    file: "connect.yaml",
    from: "- name: debezium-postgres\n",
    to: "- names: debezium-postgres\n",
  },
  {
    what: "a variable that stands nowhere",
    file: "connect.yaml",
    from: "$(ODP_CATALOG_HOST)",
    to: "$(ODP_CATALOGUE_HOST)",
  },
  {
    what: "a connector in an unknown state",
    file: "connectors/shop-shop-sink.yaml",
    from: "tasksMax: 1",
    to: "tasksMax: 1\n  state: halted",
  },
  {
    what: "a connector with a misspelt key",
    file: "connectors/shop-shop-sink.yaml",
    from: "autoRestart:",
    to: "autoRestarts:",
  },
  {
    what: "a connector with too few tasks",
    file: "connectors/shop-shop-sink.yaml",
    from: "tasksMax: 1",
    to: "tasksMax: 0",
  },
  {
    what: "a key that stands twice",
    file: "kafka.yaml",
    from: "  replicas: 3",
    to: "  replicas: 3\n  replicas: 1",
  },
];
