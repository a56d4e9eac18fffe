export const trino = { name: "trino", summary: "s", needs: [], async run() {} };
