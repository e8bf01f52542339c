// Validate documents with an independent validator: parse, resolve, validate.
//
//   node .ci/validate-swagger.mjs [--list FILE] [FILE ...]
//
// Prints one JSON object a line: {"file", "ok", "error"}. Needs the npm package
// @apidevtools/swagger-parser, found through NODE_PATH or ONEAUTH_NPM (a folder with node_modules).
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const base = process.env.ONEAUTH_NPM ? join(process.env.ONEAUTH_NPM, "package.json") : import.meta.url;
const require = createRequire(base);
let SwaggerParser;
try {
  SwaggerParser = require("@apidevtools/swagger-parser");
} catch {
  console.error("@apidevtools/swagger-parser is not installed");
  process.exit(3);
}
SwaggerParser = SwaggerParser.default ?? SwaggerParser.SwaggerParser ?? SwaggerParser;

const args = process.argv.slice(2);
let files = args;
if (args[0] === "--list") {
  files = readFileSync(args[1], "utf8").split("\n").filter(Boolean).concat(args.slice(2));
}
for (const file of files) {
  let error = null;
  try {
    const api = file.endsWith(".json") ? JSON.parse(readFileSync(file, "utf8")) : file;
    await SwaggerParser.validate(api);
  } catch (e) {
    error = String(e.message ?? e).slice(0, 600);
  }
  console.log(JSON.stringify({ file, ok: error === null, error }));
}
