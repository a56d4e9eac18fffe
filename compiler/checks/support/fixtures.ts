import type { Face } from "../../../dsl/relation.ts";
import type { Given, UnitTest } from "../../../dsl/test.ts";
import type { Mark } from "../../diagnostics/mark.ts";
import { type Graph, type GraphNode, nodesOf } from "../../graph/graph.ts";
import { relationBody, relationNode } from "./relations.ts";

/** The rows of one input of a unit test. */
export interface Fixture {
  readonly model: GraphNode<"model">;
  readonly test: UnitTest;
  readonly given: Given;
  readonly input: GraphNode | undefined;
  readonly face: Face;
  readonly at: Mark;
}

export function fixtures(graph: Graph): readonly Fixture[] {
  return nodesOf(graph, "model").flatMap((model) =>
    (model.declaration.spec.unitTests ?? []).flatMap((test) =>
      (test.given ?? []).map((given): Fixture => {
        const body = relationBody(given.relation);
        const input = body === undefined ? undefined : relationNode(graph, body);
        return {
          model,
          test,
          given,
          input,
          face: body?.face ?? "current",
          at: { kind: "site", site: test.site },
        };
      }),
    ),
  );
}
