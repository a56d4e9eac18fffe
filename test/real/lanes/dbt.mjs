export const dbt = { name: "dbt", summary: "s", needs: [], async run() {} };
