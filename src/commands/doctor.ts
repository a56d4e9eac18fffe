import { openWorld } from "../deploy/world.ts";
import { examineAirflow } from "../doctor/airflow.ts";
import { examineLake } from "../doctor/lake.ts";
import { examineDatabases } from "../doctor/postgres.ts";
import { examineStreams } from "../doctor/streams.ts";
import { doctorText } from "../doctor/view.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { compiledProject, environmentOf } from "./deploy.ts";

/** Flags of `odp doctor`. */
export interface DoctorFlags {
  readonly envFile?: string;
}

/** Looks at every system that the compiled project needs, and says what mends what is wrong. It changes nothing. */
export async function doctorCommand(
  folder: string,
  flags: DoctorFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const plan = (await compiledProject(folder, terminal))?.plan;
  if (plan === undefined) return EXIT.errors;
  const environment = environmentOf(flags.envFile);
  const world = openWorld(environment);
  try {
    const examinations = await Promise.all([
      ...examineAirflow(plan, world, environment),
      ...examineDatabases(plan, world),
      ...examineStreams(plan, world),
      ...examineLake(plan, world),
    ]);
    terminal.out(doctorText(examinations));
    const hasProblem = examinations.some(({ findings }) => findings.some(({ level }) => level === "problem"));
    return hasProblem ? EXIT.errors : EXIT.ok;
  } finally {
    await world.close();
  }
}
