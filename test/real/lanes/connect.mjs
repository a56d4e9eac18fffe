export const connect = { name: "connect", summary: "s", needs: [], async run() {} };
