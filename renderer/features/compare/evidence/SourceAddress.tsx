import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { webAddress } from '#shared/base/webAddress'
import { useModel } from '../../../model/ModelContext'
import classes from './EvidencePopover.module.css'

/** Where a source is to be found. A page of the web can be opened; what the button says is where it leads. */
export function SourceAddress({ address }: { readonly address: string }) {
  const { openLink } = useModel()
  const page = webAddress(address)
  return (
    <>
      <p className={classes.address}>{address}</p>
      {page && (
        <Button className={classes.open} size="compact-sm" variant="subtle" leftSection={<IconExternalLink size={14} />} onClick={() => void openLink(address)}>
          Open {page.host}
        </Button>
      )}
    </>
  )
}
