export const airflow = { name: "airflow", summary: "s", needs: [], async run() {} };
