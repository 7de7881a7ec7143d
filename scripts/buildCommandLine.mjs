// Bundles the command line into one file that runs on plain Node with nothing beside it.
import { join } from 'node:path'
import { build } from 'vite'
import { projectRoot } from './lib/paths.mjs'

await build({ configFile: join(projectRoot, 'vite.cli.config.ts'), logLevel: 'warn' })
