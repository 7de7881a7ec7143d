import { join } from 'node:path'
import { projectRoot } from './paths.mjs'

/** Data of the sample workspace: inside the clone, ignored by git. */
export const sampleFolder = join(projectRoot, '.plumbline')

/** What makes the app open on it. */
export const sampleEnvironment = {
  PLUMBLINE_USER_DATA: join(sampleFolder, 'user-data'),
  PLUMBLINE_DOCUMENTS: join(sampleFolder, 'documents'),
  PLUMBLINE_OPEN_SAMPLE: '1',
}
