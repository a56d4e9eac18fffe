export const postgres = { name: "postgres", summary: "s", needs: [], async run() {} };
