import { join, resolve } from 'node:path'
import { projectRoot } from './paths.mjs'

/** Data of the sample workspace: inside the clone, ignored by git. */
export const sampleFolder = join(projectRoot, '.plumbline')

/** Where `npm run seed` puts the workspace folder, and beside it the account files: not among the member's own documents. */
export function seedPlaces(folder, env = process.env) {
  const vault = folder === undefined ? join(sampleFolder, 'seed') : resolve(folder)
  return { vault, env: { ...env, PLUMBLINE_DOCUMENTS: env.PLUMBLINE_DOCUMENTS || `${vault}-documents` } }
}

/** What makes the app open on it. */
export const sampleEnvironment = {
  PLUMBLINE_USER_DATA: join(sampleFolder, 'user-data'),
  PLUMBLINE_DOCUMENTS: join(sampleFolder, 'documents'),
  PLUMBLINE_OPEN_SAMPLE: '1',
}
