import { defineConfig } from "odp";

export default defineConfig({ project: "mail_room" });
