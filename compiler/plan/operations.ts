/**
 * What has to be done to the world so that the compiled project can run, in order. The provision DAG renders the same
 * list that `odp deploy` applies. Every operation may be run again without harm.
 */
export type Operation = {
  /** Unique in the project; the id of its task. */
  readonly id: string;
  /** What it does, for people. */
  readonly title: string;
  /** Ids of operations that come first. */
  readonly after: readonly string[];
  /** Name of the source that it is for; null for a topic and what all share. */
  readonly source: string | null;
} & (
  | {
      readonly kind: "postgres";
      readonly connection: string;
      readonly statements: readonly string[];
      readonly file: string;
    }
  | {
      readonly kind: "topic";
      readonly topic: string;
      readonly partitions: number;
      readonly replicationFactor: number;
      readonly config: readonly (readonly [string, string])[];
    }
  | { readonly kind: "trino"; readonly statements: readonly string[]; readonly file: string }
  | {
      readonly kind: "connector";
      readonly name: string;
      readonly file: string;
      readonly config: readonly (readonly [string, string])[];
    }
);

/** What has to be taken away, in order, when the source no longer declares something; never done by itself. */
export interface Removal {
  readonly id: string;
  readonly title: string;
  readonly losesData: boolean;
  /** The source is protected and the removal would lose data: there are no commands. */
  readonly isRefused: boolean;
  readonly commands: readonly string[];
}
