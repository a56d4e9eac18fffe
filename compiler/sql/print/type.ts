import type { DataType, TypeNumber } from "../ast/type.ts";
import { type Printer, write, writeIdentifier, writeList } from "./printer.ts";

export function printType(p: Printer, type: DataType | TypeNumber): void {
  switch (type.kind) {
    case "type-number":
      write(p, type.text);
      return;
    case "named-type":
      writeIdentifier(p, type.name);
      if (type.parameters.length > 0) printParameters(p, type.parameters);
      return;
    case "array-type":
      write(p, "array");
      printParameters(p, [type.element]);
      return;
    case "map-type":
      write(p, "map");
      printParameters(p, [type.key, type.value]);
      return;
    case "row-type":
      write(p, "row(");
      writeList(p, type.fields, ({ name, type: fieldType }) => {
        if (name !== undefined) {
          writeIdentifier(p, name);
          write(p, " ");
        }
        printType(p, fieldType);
      });
      write(p, ")");
      return;
    case "time-type":
      write(p, type.base);
      if (type.precision !== undefined) printParameters(p, [type.precision]);
      if (type.hasTimeZone) write(p, " with time zone");
      return;
    case "interval-type":
      write(p, "interval ", type.from, type.to === undefined ? "" : ` to ${type.to}`);
      return;
    case "missing-type":
      return;
  }
}

function printParameters(p: Printer, parameters: readonly (DataType | TypeNumber)[]): void {
  write(p, "(");
  writeList(p, parameters, (parameter) => printType(p, parameter));
  write(p, ")");
}
