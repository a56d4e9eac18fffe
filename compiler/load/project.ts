import type { ConfigDeclaration, Declaration } from "../../dsl/declaration.ts";

/** A declaration with what its source file adds to it. */
export interface LoadedDeclaration {
  readonly declaration: Declaration;
  /** The user's file with the call, from the project's root with `/`. */
  readonly file: string;
  /** The TSDoc comment above the declaration, without stars and tags. */
  readonly description?: string;
  /** TSDoc above columns, by column name; for tables too. */
  readonly columnDescriptions: ReadonlyMap<string, string>;
}

/** A text file that a declaration names: SQL, CSV, Python. */
export interface Attachment {
  /** From the project's root with `/`. */
  readonly path: string;
  readonly text: string;
}

/** An action with all that it imports. */
export interface ActionBundle {
  /** One file in CommonJS. */
  readonly code: string;
  /** Its source map; sources are paths from the project's root. */
  readonly map: string;
}

/** What the user wrote, evaluated. */
export interface Project {
  readonly config: ConfigDeclaration;
  readonly configFile: string;
  /** Every declaration that a module exports or that another one reaches, once each; sorted by kind and name. */
  readonly declarations: readonly LoadedDeclaration[];
  /** Declarations that are exported by a module or listed by a pipeline: the others are reached only. */
  readonly exported: ReadonlySet<Declaration>;
  /** Attached files by the object that names them: the body of `sqlFile`, a seed, a step, an action. */
  readonly attachments: ReadonlyMap<object, Attachment>;
  /** By the declarations of actions. */
  readonly bundles: ReadonlyMap<object, ActionBundle>;
}
