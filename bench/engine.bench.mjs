/**
 * How fast the decision engine is, beside a plain loop that does the same sums: `npm run bench -- engine`.
 * Both take turns in the same run, so that a busy machine slows both; the ratio is what to compare between machines.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const engineFolder = join(root, 'shared/domain/decision')
const rounds = 21
const draws = 10_000
const seed = 7
/** A screen that draws 60 times a second. */
const frameMs = 16

const engine = await loadEngine()
console.log(`${cpus()[0]?.model.trim()} · ${cpus().length} cores · ${Math.round(totalmem() / 2 ** 30)} GB · Node ${process.versions.node} · ${rounds} rounds, median`)
console.log('')
console.log(row('', 'engine', 'of processor', 'plain loop', 'ratio', 'target'))
for (const [options, criteria] of [[10, 30], [20, 30]]) benchExact(options, criteria)
for (const [options, criteria, target] of [[8, 14, 50], [20, 30, 200]]) {
  benchRobustness(options, criteria, false, target)
  benchRobustness(options, criteria, true, target)
}
benchFrame(8, 14)
benchMemory(20, 30)

/** A slider step: totals, ranks, bounds, contributions, intervals, break-evens, flips, tornado, dominance. */
function benchExact(options, criteria) {
  const { input, values } = table(options, criteria, 'exact')
  const model = compiled(input)
  const plainValues = values.map((line) => Float64Array.from(line))
  let step = 0
  const [own, plain] = alternate(
    () => {
      for (let repeat = 0; repeat < 20; repeat++) engine.evaluateModel(model, model.points.map((points, index) => (index === step % criteria ? 100 : points)))
      step++
    },
    () => {
      for (let repeat = 0; repeat < 20; repeat++) plainTotalsAndRanks(plainValues, model.points)
    },
  )
  report(`exact, a slider step ${options} × ${criteria}`, own, plain, 1, 20)
}

/** Ten thousand draws: the shares, and then with the second pass of the same size for the confidence factors. */
function benchRobustness(options, criteria, hasUncertainValues, targetMs) {
  const { input, values } = table(options, criteria, hasUncertainValues ? 'uncertain' : 'exact')
  const model = compiled(input)
  const settings = { weights: 'uniform', draws, seed }
  const name = `${draws} draws, ${hasUncertainValues ? 'weights and values' : 'weights only'}, ${options} × ${criteria}`
  const plain = () => plainRobustness(values, draws, hasUncertainValues)
  const shares = alternate(() => started(model, settings).advance(draws), plain)
  report(name, ...shares, targetMs)
  const whole = alternate(() => engine.runRobustness(model, settings), plain)
  report('  with confidence factors', ...whole, hasUncertainValues ? targetMs * 2 : targetMs)
}

function started(model, settings) {
  const run = engine.startRobustness(model, settings)
  if (!run.ok) throw new Error(run.error.kind)
  return run.value
}

/** What a frame can afford while a slider moves. */
function benchFrame(options, criteria) {
  const { input, values } = table(options, criteria, 'uncertain')
  const model = compiled(input)
  const [own, plain] = alternate(
    () => engine.runRobustness(model, { weights: 'uniform', draws: 1000, seed }),
    () => plainRobustness(values, 1000, true),
  )
  report(`1000 draws, weights and values, ${options} × ${criteria}`, own, plain, frameMs)
}

/** Memory taken by the draws: the same run with ten times the draws should take no more. */
function benchMemory(options, criteria) {
  const { input } = table(options, criteria, 'uncertain')
  const model = compiled(input)
  const run = started(model, { weights: 'uniform', draws: 100_000, seed })
  run.advance(1000)
  const before = process.memoryUsage().heapUsed
  run.advance(50_000)
  console.log('')
  console.log(`heap growth over 50,000 draws, ${options} × ${criteria}: ${Math.round((process.memoryUsage().heapUsed - before) / 1024)} KB`)
}

async function loadEngine() {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-engine-'))
  try {
    const entry = join(folder, 'entry.ts')
    const from = (file) => JSON.stringify(join(engineFolder, file))
    writeFileSync(
      entry,
      `export { compileModel } from ${from('model/compileModel.ts')}\nexport { evaluateModel } from ${from('evaluate.ts')}\nexport { runRobustness } from ${from('robustness/runRobustness.ts')}\nexport { startRobustness } from ${from('robustness/startRobustness.ts')}\n`,
    )
    await build({ configFile: false, root: folder, logLevel: 'warn', build: { ssr: entry, outDir: join(folder, 'out'), target: 'node20', minify: false, rollupOptions: { output: { entryFileNames: 'engine.mjs' } } } })
    return await import(pathToFileURL(join(folder, 'out/engine.mjs')).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function compiled(input) {
  const model = engine.compileModel(input)
  if (!model.ok) throw new Error(`${model.error.place}: ${model.error.kind}`)
  return model.value
}

/** A repeatable table. Uncertain: a third ranges, a tenth unknown, the rest vendor claims. */
function table(options, criteria, kind) {
  const random = generator(options * 1000 + criteria)
  const values = Array.from({ length: options }, () => Array.from({ length: criteria }, () => random()))
  const cells = values.map((line) =>
    line.map((value) => {
      const choice = kind === 'exact' ? 1 : random()
      return choice < 0.1 ? null : choice < 0.4 ? { lo: value * 0.8, hi: Math.min(1, value * 1.2) } : value
    }),
  )
  return {
    values,
    input: {
      options: values.map((_, index) => `Option ${index}`),
      criteria: values[0].map((_, index) => ({ name: `Criterion ${index}`, direction: 'max', weight: 1 + Math.round(random() * 99), lo: 0, hi: 1 })),
      cells,
      ...(kind === 'exact' ? {} : { kinds: cells.map((line) => line.map(() => 'vendorClaim')) }),
    },
  }
}

function plainTotalsAndRanks(values, points) {
  let sum = 0
  for (const point of points) sum += point
  const totals = values.map((line) => {
    let total = 0
    for (let index = 0; index < line.length; index++) total += (line[index] * points[index]) / sum
    return total
  })
  return totals.map((total) => 1 + totals.filter((other) => other > total).length)
}

/** The same draws written straight down: random weights, random values, totals, ranks, wins. */
function plainRobustness(values, count, hasUncertainValues) {
  const random = generator(seed)
  const options = values.length
  const criteria = values[0].length
  const weights = new Float64Array(criteria)
  const drawn = values.map((line) => Float64Array.from(line))
  const totals = new Float64Array(options)
  const ranks = values.map(() => new Uint32Array(options))
  const wins = values.map(() => new Uint32Array(options))
  for (let draw = 0; draw < count; draw++) {
    let sum = 0
    for (let index = 0; index < criteria; index++) sum += weights[index] = -Math.log(1 - random())
    for (let index = 0; index < criteria; index++) weights[index] /= sum
    for (let option = 0; option < options; option++) {
      let total = 0
      for (let index = 0; index < criteria; index++) {
        if (hasUncertainValues) drawn[option][index] = Math.min(1, Math.max(0, values[option][index] + (random() + random() - 1) * 0.15))
        total += drawn[option][index] * weights[index]
      }
      totals[option] = total
    }
    for (let option = 0; option < options; option++) {
      let above = 0
      for (let other = 0; other < options; other++) {
        if (totals[other] > totals[option]) above++
        else if (totals[option] > totals[other]) wins[option][other]++
      }
      ranks[option][above]++
    }
  }
  return ranks
}

function alternate(first, second) {
  const times = [[], []]
  for (let warm = 0; warm < 3; warm++) {
    first()
    second()
  }
  for (let round = 0; round < rounds; round++) {
    for (const [place, work] of [[0, first], [1, second]]) {
      const [start, used] = [performance.now(), process.cpuUsage()]
      work()
      const { user, system } = process.cpuUsage(used)
      times[place].push({ wall: performance.now() - start, cpu: (user + system) / 1000 })
    }
  }
  const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]
  return times.map((list) => ({ wall: median(list.map(({ wall }) => wall)), cpu: median(list.map(({ cpu }) => cpu)) }))
}

/** `times` how often the work was repeated inside one measurement. Processor time decides: it does not count waiting. */
function report(name, own, plain, targetMs, times = 1) {
  const ms = (time, digits) => `${(time / times).toFixed(digits)} ms`
  console.log(row(name, ms(own.wall, 2), ms(own.cpu, 2), ms(plain.cpu, 3), `${(own.cpu / plain.cpu).toFixed(1)}×`, `< ${targetMs} ms`) + `  ${own.cpu / times < targetMs ? 'met' : 'MISSED'}`)
}

function row(name, ...cells) {
  return name.padEnd(52) + cells.map((cell) => cell.padStart(13)).join('')
}

function generator(start) {
  let state = start | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
