// Builds the interface into static/ui/: one style sheet and one script a face, the icon sprite, fonts and marks.
// `npm run build` once; `npm run watch` while working on styles or scripts.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const product = join(here, "..", "..");
const out = join(here, "static", "ui");
const filled = new Set(["star"]);
const faces = ["marketplace", "partner", "api", "backoffice"];

/** A face has an entry as soon as it has `styles/FACE.css` or `scripts/FACE.js`. */
function entries() {
  return faces
    .flatMap((face) => [join(product, face, "styles", `${face}.css`), join(product, face, "scripts", `${face}.js`)])
    .filter(existsSync)
    .map((path) => ({ in: path, out: path.split(/[\\/]/).pop().replace(/\.(css|js)$/, "") }));
}

/** One sprite of the icons that `icons.json` names; templates point into it with `{% icon %}`. */
function sprite() {
  const names = JSON.parse(readFileSync(join(here, "icons.json"), "utf8"));
  const symbols = names.map((name) => {
    const source = readFileSync(join(product, "..", "node_modules", "lucide-static", "icons", `${name}.svg`), "utf8");
    const inner = source.slice(source.indexOf(">", source.indexOf("<svg")) + 1, source.lastIndexOf("</svg>"));
    const drawing = inner.replace(/\s*\n\s*/g, "");
    const fill = filled.has(name) ? "currentColor" : "none";
    return (
      `<symbol id="${name}" viewBox="0 0 24 24" fill="${fill}" stroke="currentColor" stroke-width="1.75" ` +
      `stroke-linecap="round" stroke-linejoin="round">${drawing}</symbol>`
    );
  });
  return `<!-- Lucide, ISC licence --><svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
}

const options = {
  entryPoints: entries(),
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome123", "firefox120", "safari17.5"],
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]",
  legalComments: "none",
  logLevel: "warning",
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
cpSync(join(here, "marks"), out, { recursive: true });
writeFileSync(join(out, "icons.svg"), sprite());
if (process.argv.includes("--watch")) {
  await (await esbuild.context(options)).watch();
} else {
  await esbuild.build(options);
}
