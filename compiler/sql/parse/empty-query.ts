import type { Query } from "../ast/query.ts";
import { missing, type Parser } from "./parser.ts";

/** Stands for a query that is not there. */
export function emptyQuery(p: Parser): Query {
  const body = missing(p);
  const { start, end } = body;
  return {
    kind: "query",
    start,
    end,
    session: [],
    functions: [],
    with: undefined,
    body,
    orderBy: [],
    offset: undefined,
    limit: undefined,
  };
}
