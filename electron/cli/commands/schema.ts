import { z } from 'zod'
import { decisionInputSchema } from '#shared/domain/decision/decisionInputSchema'
import { accountDocumentSchema } from '../schemas/accountDocumentSchema'
import { editSchema } from '../schemas/editSchema'
import type { CommandContext } from '../CommandContext'
import { exitCodes, type ExitCode } from '../exitCodes'
import type { SchemaName } from '../parseCommandLine'

export async function printSchema({ output }: CommandContext, name: SchemaName): Promise<ExitCode> {
  await output.write(schemaOf(name))
  return exitCodes.done
}

function schemaOf(name: SchemaName): object {
  switch (name) {
    case 'edit':
      return editSchema()
    case 'account':
      return accountDocumentSchema()
    case 'decide':
      return z.toJSONSchema(decisionInputSchema)
  }
}
