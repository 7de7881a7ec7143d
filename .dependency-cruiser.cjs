/**
 * The architecture, as rules. Imports point one way:
 *   shared/base <- shared/domain <- shared/text, shared/ipc
 *   platform <- vault <- documents <- accounts <- sync, briefs <- workspace <- ipc <- createDesktopApp <- main
 *   desktop.ts <- model <- features/x <- App, and ui <- features/x
 * In a rule `^electron/` is our folder and `node_modules/electron/` the package.
 */
const tests = '\\.test\\.tsx?$|/testing/|^shared/testing/'

/** Which folders of electron/ a folder may import from, besides itself and shared/. */
const electronLayers = {
  platform: [],
  vault: ['platform'],
  documents: ['platform'],
  accounts: ['documents', 'vault', 'platform'],
  sync: ['accounts', 'vault', 'platform'],
  briefs: ['accounts', 'platform'],
  intake: ['accounts', 'platform'],
  search: [],
  settings: ['platform'],
  workspace: ['sync', 'accounts', 'documents', 'vault', 'platform'],
  windows: ['settings', 'platform'],
  cli: ['workspace', 'sync', 'accounts', 'documents', 'vault', 'platform'],
}

const layerRules = Object.entries(electronLayers).map(([folder, below]) => ({
  name: `electron-${folder}-looks-down`,
  severity: 'error',
  comment: `electron/${folder} may import ${below.length ? below.join(', ') : 'no other folder'} and shared/.`,
  from: { path: `^electron/${folder}/`, pathNot: tests },
  to: { path: '^electron/', pathNot: `^electron/(${[folder, ...below].join('|')})/` },
}))

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?' } },
    { name: 'base-is-the-ground', severity: 'error', from: { path: '^shared/base/', pathNot: tests }, to: { pathNot: '^shared/base/|node_modules/fractional-indexing/' } },
    { name: 'domain-is-pure', severity: 'error', from: { path: '^shared/domain/', pathNot: tests }, to: { pathNot: '^shared/(base|domain)/|node_modules/zod/' } },
    { name: 'engine-stands-alone', severity: 'error', from: { path: '^shared/domain/decision/', pathNot: tests }, to: { pathNot: '^shared/base/|^shared/domain/decision/|node_modules/zod/' } },
    { name: 'text-knows-the-domain-only', severity: 'error', from: { path: '^shared/text/', pathNot: tests }, to: { pathNot: '^shared/(base|domain|text)/' } },
    { name: 'contract-knows-the-domain-only', severity: 'error', from: { path: '^shared/ipc/', pathNot: tests }, to: { pathNot: '^shared/(base|domain|ipc)/|node_modules/zod/' } },
    { name: 'shared-knows-no-process', severity: 'error', from: { path: '^shared/' }, to: { path: '^(electron|renderer|e2e|bench|scripts|takeaway)/' } },
    { name: 'shared-has-no-node', severity: 'error', from: { path: '^shared/', pathNot: tests }, to: { dependencyTypes: ['core'] } },
    { name: 'processes-meet-in-shared', severity: 'error', from: { path: '^renderer/' }, to: { path: '^(electron|e2e|bench|scripts)/' } },
    { name: 'main-knows-no-renderer', severity: 'error', from: { path: '^electron/' }, to: { path: '^(renderer|e2e|bench)/' } },
    { name: 'renderer-has-no-node', severity: 'error', from: { path: '^renderer/', pathNot: tests }, to: { dependencyTypes: ['core'] } },
    { name: 'renderer-has-no-electron', severity: 'error', from: { path: '^renderer/' }, to: { path: 'node_modules/(electron|@automerge|lowdb)/' } },
    {
      name: 'renderer-takes-types-of-the-contract',
      severity: 'error',
      comment: 'Main parses; the renderer ships without zod.',
      from: { path: '^renderer/', pathNot: tests },
      to: { path: '^shared/ipc/(contract|areas/)|^shared/domain/edit/Edit\\.ts|node_modules/zod/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'features-are-islands', severity: 'error', from: { path: '^renderer/features/([^/]+)/' }, to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' } },
    { name: 'buyer-page-knows-no-member', severity: 'error', comment: 'What the buyer sees is built from the buyer view alone.', from: { path: '^renderer/buyer/', pathNot: tests }, to: { path: '^renderer/(features|model|screens|App)|^shared/domain/account/' , dependencyTypesNot: ['type-only'] } },
    { name: 'model-knows-no-view', severity: 'error', from: { path: '^renderer/model/', pathNot: tests }, to: { path: '^renderer/(features|ui|App)' } },
    { name: 'looks-know-no-model', severity: 'error', from: { path: '^renderer/ui/', pathNot: tests }, to: { path: '^renderer/(features|model|App|desktop)' } },
    { name: 'bridge-in-one-file', severity: 'error', from: { path: '^renderer/(features|ui)/', pathNot: tests }, to: { path: '^renderer/desktop\\.ts$' } },
    { name: 'crdt-in-one-file', severity: 'error', from: { path: '^electron/', pathNot: `^electron/documents/AccountDocument\\.ts$|${tests}` }, to: { path: 'node_modules/@automerge/' } },
    { name: 'lowdb-in-one-file', severity: 'error', from: { pathNot: `^electron/platform/JsonStore\\.ts$|${tests}` }, to: { path: 'node_modules/lowdb/' } },
    {
      name: 'electron-in-few-files',
      severity: 'error',
      comment: 'Services run without a window too: only these know the electron package.',
      from: {
        path: '^electron/',
        pathNot: `^electron/(main|createDesktopApp|preload)\\.ts$|^electron/windows/|^electron/ipc/(registerCommands|publishEvents)\\.ts$|^electron/briefs/PdfPrinter\\.ts$|^electron/documents/UtilityDocumentClient\\.ts$|^electron/platform/electron|${tests}`,
      },
      to: { path: 'node_modules/electron/' },
    },
    { name: 'production-imports-no-tests', severity: 'error', from: { pathNot: `${tests}|^e2e/|^bench/|^scripts/` }, to: { path: tests } },
    { name: 'e2e-takes-types-only', severity: 'error', comment: 'Fault runs are made of the services themselves.', from: { path: '^e2e/', pathNot: '^e2e/faults/' }, to: { path: '^(electron|renderer)/' } },
    ...layerRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|tour|\\.plumbline)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types'] },
  },
}
