// Reads mails as a program of other people does: `node read_mail.mjs DRAFT.eml`. Prints as JSON what it found.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';

const mail = await PostalMime.parse(readFileSync(process.argv[2]));
const addresses = (list) => (list ?? []).map(({ name, address }) => [name, address]);
console.log(JSON.stringify({
  subject: mail.subject,
  to: addresses(mail.to),
  cc: addresses(mail.cc),
  from: mail.from ?? null,
  date: mail.date ?? null,
  headers: mail.headers.map(({ key, value }) => [key, value]),
  text: mail.text,
  html: mail.html,
  attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
    name: filename,
    type: mimeType,
    sha256: createHash('sha256').update(Buffer.from(content)).digest('hex'),
  })),
}));
