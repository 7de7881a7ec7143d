/**
 * The style of a brief: light on purpose (it is paper), readable without any colour, since print often
 * drops backgrounds. Sizes of type hang on one size, so that a short brief can be larger. Inter is used where the reader has it; nothing is fetched.
 */
export const briefStyle = `
:root { --ink: #1b2430; --muted: #546070; --line: #d5dae1; --edge: #76818f; --accent: #0b5cad; --soft: #eef1f4; }
* { box-sizing: border-box; margin: 0; }
html { background: #fff; color: var(--ink); font: 400 8.3pt/1.3 "Inter Variable", Inter, "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
html.roomy { font-size: 9.6pt; line-height: 1.4; }
body { max-width: 180mm; margin: 0 auto; position: relative; }
header.top { display: flex; justify-content: space-between; gap: 6mm; color: var(--muted); font-size: 0.95rem; border-bottom: 0.6pt solid var(--ink); padding-bottom: 1.4mm; }
.banner { margin-top: 1.6mm; border: 0.9pt dashed var(--ink); padding: 0.5mm 2mm; font-weight: 700; font-size: 0.95rem; }
h1 { font-size: 1.812rem; line-height: 1.18; font-weight: 700; letter-spacing: -0.01em; margin-top: 2.6mm; text-wrap: balance; }
.answer { margin-top: 1.8mm; border-left: 2.4pt solid var(--accent); padding: 0.4mm 0 0.4mm 3mm; }
.answer strong { display: block; font-size: 1.375rem; line-height: 1.28; font-weight: 600; }
.answer p { color: var(--muted); margin-top: 0.6mm; }
h2 { font-size: 1.025rem; line-height: 1.28; font-weight: 700; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 2.6mm; }
col.criterion { width: 23%; }
caption { text-align: left; font-size: 1.05rem; font-weight: 700; padding-bottom: 0.6mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; page-break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 0.5mm 1.3mm 0.55mm; font-weight: 400; overflow-wrap: anywhere; }
th:first-child { padding-left: 0; }
thead th { vertical-align: bottom; }
thead tr.groups th { font-size: 0.85rem; line-height: 1.2; color: var(--muted); padding-bottom: 0; vertical-align: bottom; }
thead tr.groups th.group { border-bottom: 0.6pt solid var(--edge); }
thead tr.names th { border-bottom: 0.9pt solid var(--ink); vertical-align: top; }
thead tr.names th.corner { vertical-align: bottom; color: var(--muted); font-size: 0.863rem; }
.name { display: block; text-wrap: balance; font-weight: 650; line-height: 1.22; font-size: 0.988rem; hyphens: auto; }
.standing { display: block; margin-top: 0.6mm; font-weight: 700; font-size: 1rem; line-height: 1.25; }
.first .standing { border: 0.9pt solid var(--ink); border-radius: 1mm; padding: 0 1.4mm; width: fit-content; margin-bottom: 0.4mm; }
.detail { display: block; color: var(--muted); font-size: 0.85rem; line-height: 1.25; }
tbody th, tbody td { border-bottom: 0.5pt solid var(--line); }
tbody tr:last-child th, tbody tr:last-child td { border-bottom: 0.9pt solid var(--ink); }
tbody th .label { font-weight: 600; }
tbody th .share { float: right; padding-left: 1mm; font-weight: 600; }
tbody th .must { display: block; font-size: 0.85rem; font-weight: 600; }
tbody th .ask { display: block; font-size: 0.85rem; line-height: 1.25; color: var(--muted); }
th.starts, td.starts { border-left: 0.5pt solid var(--edge); }
th.out, td.out { border-left: 2.4pt double var(--ink); }
td .value { font-weight: 500; }
td .remark { display: block; font-size: 0.85rem; line-height: 1.2; color: var(--muted); }
td .fails { color: var(--ink); font-weight: 650; }
td.unknown .value { color: var(--muted); }
sup { font-size: 0.7rem; line-height: 0; color: var(--muted); }
svg.bar { display: block; width: 100%; height: 1.3mm; margin: 0.4mm 0 0.3mm; }
.notes { margin-top: 1mm; font-size: 0.85rem; line-height: 1.28; color: var(--muted); }
.sections { columns: 2; column-gap: 6mm; margin-top: 2mm; font-size: 0.925rem; line-height: 1.28; }
.sections section { break-inside: avoid; page-break-inside: avoid; margin-bottom: 1.4mm; }
h2 { break-after: avoid; page-break-after: avoid; }
.sections ul { list-style: none; padding: 0; }
.sections li { padding-left: 2.4mm; position: relative; margin-top: 0.25mm; break-inside: avoid; }
.sections li::before { content: "\\2013"; position: absolute; left: 0; color: var(--edge); }
section.terms li, section.small li { padding-left: 0; }
section.terms li::before, section.small li::before { content: none; }
section.small, section.quotes { font-size: 0.863rem; line-height: 1.26; }
section.small h2, section.quotes h2 { font-size: 1.025rem; }
section.small li { display: inline; }
.sections section.small { column-span: all; padding-top: 1.5mm; margin-bottom: 1mm; }
.lead { margin-top: 2.2mm; }
.sections p { margin-top: 0.4mm; }
.sections b { font-weight: 600; }
blockquote { margin: 0.3mm 0 0; }
blockquote cite { font-style: normal; color: var(--muted); }
.sources { border-top: 0.6pt solid var(--ink); padding-top: 1.1mm; margin-top: 0.4mm; font-size: 0.825rem; line-height: 1.28; }
.sources h2 { margin-bottom: 0.3mm; }
.sources .source { break-inside: avoid; page-break-inside: avoid; margin-bottom: 0.7mm; }
.sources .title { font-weight: 600; }
.sources ol { display: inline; list-style: none; padding: 0; }
.sources li { display: inline; }
.sources li:not(:last-child)::after { content: " \\00b7 "; }
.sources li .number { font-weight: 700; }
a { color: var(--accent); text-decoration: underline; overflow-wrap: anywhere; }
footer { border-top: 0.6pt solid var(--ink); margin-top: 1mm; padding-top: 0.8mm; font-size: 0.825rem; line-height: 1.28; color: var(--muted); }
footer p:first-child { color: var(--ink); font-weight: 600; }
svg.watermark { position: fixed; inset: 0; width: 100%; height: 100%; pointer-events: none; z-index: -1; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
svg.defs { position: absolute; width: 0; height: 0; }
.roomy .sections { margin-top: 3.6mm; }
.roomy .sections section { margin-bottom: 3mm; }
.roomy .sections li { margin-top: 0.7mm; padding-left: 3mm; }
.roomy section.terms li, .roomy section.small li { padding-left: 0; }
.roomy h1 { margin-top: 4mm; }
.roomy .answer, .roomy table, .roomy .sources, .roomy footer { margin-top: 3.4mm; }
.roomy tbody th, .roomy tbody td { padding-top: 1mm; padding-bottom: 1.1mm; }
@page { size: A4 portrait; margin: 15mm; }
@media screen { html, html.roomy { font-size: 9.6pt; } body { padding: 12mm 0; width: 216mm; max-width: calc(100vw - 12mm); } }
@media screen and (max-width: 640px) { .sections { columns: 1; } .scroll { overflow-x: auto; } table { min-width: 160mm; } }
@media (forced-colors: active) { svg.bar { forced-color-adjust: none; } }
`

/**
 * The hash under which the page's own policy admits exactly this style and no other. Written here since
 * this code has no hash function; a test works it out anew.
 */
export const briefStyleHash = 'sha256-xaMwRHMer1KD4+AxXtKsesPB04aKhhy1SURZv7CPMC4='
