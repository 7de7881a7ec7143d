/** The page of the tour: one file of its own with the pictures and produced files beside it. */
export function tourPage({ steps, files, version, electron }) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Plumbline in pictures</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Plumbline in pictures</h1>
<p>An offline workspace for a trusted adviser and an overwhelmed buyer, walked through from the first screen on.</p>
</header>
<nav aria-label="Steps"><ol>${steps.map((step, index) => `<li><a href="#step-${index + 1}">${text(step.caption)}</a></li>`).join('')}</ol></nav>
<main>
${steps.map(section).join('\n')}
${files.length > 0 ? produced(files) : ''}
</main>
<footer>Plumbline ${text(version)} on Electron ${text(electron)}</footer>
</body>
</html>
`
}

function section(step, index) {
  return `<section id="step-${index + 1}">
<h2><span>${index + 1}</span> ${text(step.caption)}</h2>
<p>${text(step.text)}</p>
${step.problem ? `<p class="problem" role="alert">This step failed: ${text(step.problem)}</p>` : ''}
${step.pictures.length > 0 ? picture(step) : ''}
</section>`
}

function picture({ caption, pictures: [light, dark] }) {
  const darkSource = dark ? `<source srcset="${text(dark)}" media="(prefers-color-scheme: dark)">` : ''
  return `<a href="${text(light)}"><picture>${darkSource}<img src="${text(light)}" alt="${text(caption)}" loading="lazy"></picture></a>`
}

function produced(files) {
  const rows = files.map(({ name, title, size }) => `<li><a href="files/${encodeURIComponent(name)}">${text(title)}</a> <span>${text(name)}, ${text(size)}</span></li>`)
  return `<section id="produced"><h2>What the app produced on the way</h2><ul>${rows.join('')}</ul></section>`
}

function text(value) {
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

const STYLE = `
:root { --ground: #f6f7f9; --card: #ffffff; --ink: #1c2430; --quiet: #596577; --line: #dde2e9; --accent: #1d5fbf; --alarm: #a8261c; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14181f; --card: #1c222b; --ink: #e6eaf0; --quiet: #9aa6b6; --line: #303947; --accent: #82b1ff; --alarm: #ff9d92; }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0 auto; max-width: 1120px; padding: 48px 24px 64px; background: var(--ground); color: var(--ink); font: 16px/1.55 Inter, system-ui, -apple-system, 'Segoe UI', sans-serif; }
h1 { margin: 0 0 8px; font-size: 34px; line-height: 1.2; letter-spacing: -.02em; }
header p, section > p { margin: 0 0 16px; max-width: 68ch; color: var(--quiet); }
nav ol { display: flex; flex-wrap: wrap; gap: 8px; margin: 24px 0 40px; padding: 0; list-style: none; counter-reset: step; }
nav a { display: block; padding: 5px 12px; border: 1px solid var(--line); border-radius: 999px; background: var(--card); color: var(--ink); font-size: 14px; text-decoration: none; counter-increment: step; }
nav a::before { content: counter(step) ' '; color: var(--quiet); }
nav a:hover { border-color: var(--accent); }
a { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
section { margin: 0 0 56px; scroll-margin-top: 24px; }
h2 { display: flex; align-items: baseline; gap: 12px; margin: 0 0 6px; font-size: 22px; line-height: 1.3; }
h2 span { min-width: 1.6em; color: var(--accent); font-variant-numeric: tabular-nums; }
img { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
.problem { padding: 12px 16px; border-left: 4px solid var(--alarm); background: var(--card); color: var(--alarm); white-space: pre-wrap; }
ul { margin: 0; padding: 8px 20px; list-style: none; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
li + li { border-top: 1px solid var(--line); }
ul li { padding: 10px 0; }
ul span { color: var(--quiet); font-size: 14px; }
nav li + li { border: 0; }
footer { color: var(--quiet); font-size: 14px; }
@media print { nav { display: none; } section { break-inside: avoid; } }
`
