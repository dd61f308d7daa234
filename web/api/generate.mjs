// Writes api/schema.d.ts from the server's own description of its wire.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const python = new URL("../../.venv/bin/python", import.meta.url).pathname;
const described = execFileSync(python, ["-m", "xiaoer.app.openapi"], { cwd: new URL("../..", import.meta.url), maxBuffer: 1 << 26 });
const types = await openapiTS(JSON.parse(described.toString()));
writeFileSync(new URL("./schema.d.ts", import.meta.url), astToString(types));
