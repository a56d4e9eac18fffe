// Types of PostgreSQL that have no way through, with the reason and the way out.

const NOT_PROVEN =
  "its way through Debezium and Iceberg is not proven; capture a generated column that holds it as text";
const SEARCH = "it is an index of a text; capture the text it is computed from";
const INTERNAL = "it refers to the database's own catalogs and means nothing outside; leave the column out";

/** Reasons that depend on more than the name of the type. */
export const NO_WAY = {
  freeNumeric:
    "it has no precision, so no Trino type holds every value; name one: `pg.numeric({ as: t.decimal(38, 9) })`",
  longNumeric: "Trino's decimal ends at 38 digits; name a target: `pg.numeric({ as: t.double() })`",
  dimensions: "Debezium damages arrays of several dimensions in silence; store them as jsonb",
  domainArray: "Debezium leaves out arrays of a domain in silence; store them as jsonb",
} as const;

/** Names of types, and why each is refused. */
export const REFUSED_TYPES: ReadonlyMap<string, string> = new Map([
  ...["tsvector", "tsquery"].map((name) => [name, SEARCH] as const),
  ...["box", "circle", "line", "lseg", "path", "polygon", "geometry", "geography"].map(
    (name) => [name, NOT_PROVEN] as const,
  ),
  ...["ltree", "vector", "halfvec", "sparsevec", "isbn"].map((name) => [name, NOT_PROVEN] as const),
  ...["int4multirange", "int8multirange", "nummultirange"].map((name) => [name, NOT_PROVEN] as const),
  ...["datemultirange", "tsmultirange", "tstzmultirange"].map((name) => [name, NOT_PROVEN] as const),
  ...["pg_lsn", "pg_snapshot", "txid_snapshot", "xid", "xid8"].map((name) => [name, INTERNAL] as const),
  ...["regclass", "regproc", "regtype", "refcursor"].map((name) => [name, INTERNAL] as const),
  ["record", "Debezium leaves out composite types in silence; store them as jsonb"],
]);

/** Why a type that is not in the table is refused. */
export function refusedTypeReason(name: string): string {
  return (
    REFUSED_TYPES.get(name) ??
    "the type table does not know it, and Debezium leaves out columns of unknown types in silence; capture a generated column that holds it as text"
  );
}
