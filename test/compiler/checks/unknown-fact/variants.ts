import { email, secret } from "odp";
import { dailyReport } from "../scheduled.ts";

const mail = (texts: { readonly subject?: string; readonly body?: string }) =>
  dailyReport({ to: [email({ to: ["a@example.com"], via: secret("smtp"), ...texts })] });

export const variants = {
  "in the body": () => [mail({ body: "Good morning,\n\n{row} rows.\n" })],
  "in another case": () => [mail({ subject: "{Title}" })],
  "a value that the recipient lacks": () => [mail({ subject: "Revenue of {country}" })],
  "a parameter of another recipient": () => [
    dailyReport({
      to: [
        email({ to: ["a@example.com"], via: secret("smtp"), with: { country: "KE" } }),
        email({ to: ["b@example.com"], via: secret("smtp"), subject: "{country}" }),
      ],
    }),
  ],
  "the second of two": () => [mail({ subject: "{title}, {perod}" })],
};
