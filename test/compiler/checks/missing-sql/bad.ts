import { mart, sql, t } from "odp";

export const paid = mart("paid", { columns: { id: t.bigint() }, grain: ["id"], sql: sql`` });
