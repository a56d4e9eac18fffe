// What the action needs of others: bundled into a file of its own, so that reviewers read the action apart from it.
export { strToU8, Zip, ZipDeflate } from "fflate";
export { default as Mailer } from "nodemailer/lib/mailer";
export { default as SmtpTransport } from "nodemailer/lib/smtp-transport";
