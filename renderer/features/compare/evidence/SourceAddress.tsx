import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { webAddress } from '#shared/base/webAddress'
import { useModel } from '../../../model/ModelContext'
import classes from './EvidencePopover.module.css'

/** Where a source is to be found. A page of the web can be opened; what the button says is where it leads. */
export function SourceAddress({ address }: { readonly address: string }) {
  const { desktop, messages } = useModel()
  const page = webAddress(address)
  const open = async (): Promise<void> => {
    const opened = await desktop.invoke('link.open', { address })
    if (!opened.ok) messages.getState().say(opened.error.message, { tone: 'problem' })
  }
  return (
    <>
      <p className={classes.address}>{address}</p>
      {page && (
        <Button className={classes.open} size="compact-sm" variant="subtle" leftSection={<IconExternalLink size={14} />} onClick={() => void open()}>
          Open {page.host}
        </Button>
      )}
    </>
  )
}
