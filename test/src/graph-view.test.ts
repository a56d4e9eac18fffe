import { expect, test } from "vitest";
import { buildGraph } from "../../compiler/graph/build.ts";
import { renderGraph } from "../../src/graph-view.ts";
import { selectNodes } from "../../src/select-nodes.ts";
import { loadFiles } from "../compiler/load/project.ts";

const TEXT = `import { changes, cron, dashboard, chart, mart, metric, pg, pipeline, postgres, secret, sql, t } from "odp";
const shop = postgres("shop", { connection: secret("pg"), tables: { orders: { id: pg.bigint().primaryKey() } } });
const a = mart("a", { columns: { id: t.bigint() }, sql: sql\`select id from \${changes(shop.orders)}\` });
const b = mart("b", { columns: { id: t.bigint() }, sql: sql\`select id from \${a} union all select id from \${shop.orders}\` });
const board = dashboard("board", { title: "B", rows: [[chart.bigNumber({ title: "n", metric: metric.count(b) })]] });
export default pipeline("p", { owner: "o", schedule: cron("0 * * * *", { zone: "UTC" }), outputs: [board] });
`;

async function graphOf() {
  const { project } = await loadFiles({ "pipeline.ts": TEXT });
  if (project === undefined) throw new Error("not loaded");
  return buildGraph(project);
}

test("tree", async () => {
  const graph = await graphOf();
  expect(
    renderGraph(graph, selectNodes(graph, undefined, { upstream: true, downstream: true }), "tree"),
  ).toBe(`postgres:shop
  table:shop.orders (captures)
    model:a (changes)
      model:b
        dashboard:board (shows)
          pipeline:p (lists)
    model:b …
`);
});

test("mermaid and dot of what a model needs", async () => {
  const graph = await graphOf();
  const nodes = selectNodes(graph, ["model:a"], { upstream: true, downstream: false });
  expect(renderGraph(graph, nodes, "mermaid")).toBe(`flowchart LR
  n0["model:a"]
  n1["postgres:shop"]
  n2["table:shop.orders"]
  n2 -->|changes| n0
  n1 -->|captures| n2
`);
  expect(renderGraph(graph, nodes, "dot")).toContain('"table:shop.orders" -> "model:a" [label="changes"];');
  expect(JSON.parse(renderGraph(graph, nodes, "json")).edges).toContainEqual({
    from: "table:shop.orders",
    to: "model:a",
    why: "reads",
    face: "changes",
  });
});
