import type { Command } from "commander";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** A completion script, made from the commands themselves. */
export function completionScript(root: Command, shell: Shell): string {
  const commands = root.commands.map((command) => ({
    name: command.name(),
    summary: command.description(),
    flags: [...command.options.map((option) => option.long ?? option.short ?? ""), "--help"],
    choices: new Map(
      command.options.flatMap((option) =>
        option.argChoices === undefined ? [] : [[option.long ?? "", option.argChoices] as const],
      ),
    ),
  }));
  return SCRIPTS[shell](commands);
}

interface CommandInfo {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly string[];
  readonly choices: ReadonlyMap<string, readonly string[]>;
}

const SCRIPTS: Readonly<Record<Shell, (commands: readonly CommandInfo[]) => string>> = { bash, zsh, fish };

function bash(commands: readonly CommandInfo[]): string {
  const cases = commands.map(({ name, flags }) => `    ${name}) words="${flags.join(" ")}" ;;`);
  return `# odp completion bash > /etc/bash_completion.d/odp
_odp() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  case "$previous" in
${choiceLines(commands, (flag, choices) => `    ${flag}) COMPREPLY=($(compgen -W "${choices}" -- "$current")); return ;;`)}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  if [[ "$current" == -* ]]; then COMPREPLY=($(compgen -W "$words" -- "$current")); fi
}
complete -o default -F _odp odp
`;
}

function zsh(commands: readonly CommandInfo[]): string {
  const names = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`);
  const cases = commands.map(({ name, flags }) => `    ${name}) compadd -- ${flags.join(" ")} ;;`);
  return `#compdef odp
# odp completion zsh > "\${fpath[1]}/_odp"
_odp() {
  local -a commands=(
${names.join("\n")}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case "$words[CURRENT-1]" in
${choiceLines(commands, (flag, choices) => `    ${flag}) compadd -- ${choices}; return ;;`)}
  esac
  if [[ "$PREFIX" == -* ]]; then case "$words[2]" in
${cases.join("\n")}
  esac; else _files; fi
}
compdef _odp odp
`;
}

function fish(commands: readonly CommandInfo[]): string {
  const lines = ["# odp completion fish > ~/.config/fish/completions/odp.fish"];
  for (const { name, summary, flags, choices } of commands) {
    lines.push(`complete -c odp -n __fish_use_subcommand -a ${name} -d '${quoted(summary)}'`);
    for (const flag of flags) {
      const values = choices.get(flag);
      lines.push(
        `complete -c odp -n '__fish_seen_subcommand_from ${name}' -l ${flag.replace(/^--/u, "")}${values === undefined ? "" : ` -xa '${values.join(" ")}'`}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

/** One line for each flag with choices; flags of one name share theirs. */
function choiceLines(
  commands: readonly CommandInfo[],
  line: (flag: string, choices: string) => string,
): string {
  const merged = new Map<string, Set<string>>();
  for (const { choices } of commands)
    for (const [flag, values] of choices) merged.set(flag, new Set([...(merged.get(flag) ?? []), ...values]));
  return [...merged].map(([flag, values]) => line(flag, [...values].join(" "))).join("\n");
}

function quoted(text: string): string {
  return text.replaceAll("'", "'\\''");
}
