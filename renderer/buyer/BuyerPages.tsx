import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ShownToBuyer } from '#shared/ipc/contract'
import { formatDay } from '#shared/text/formatDate'
import type { PlausibleCases } from '../cases/PlausibleCases'
import { Announcement } from '../ui/Announcement'
import { useRankAnnouncement } from '../ui/weights/useRankAnnouncement'
import classes from './Buyer.module.css'
import { buyerPages } from './buyerPageList'
import { useBuyerAnalysis } from './useBuyerAnalysis'
import { usePageKeys } from './usePageKeys'

interface BuyerPagesProps {
  readonly shown: ShownToBuyer
  readonly plausibleCases: PlausibleCases
}

/** One idea a page, turned by the arrow keys. */
export function BuyerPages({ shown: { view, today }, plausibleCases }: BuyerPagesProps) {
  const analysis = useBuyerAnalysis(view, today, plausibleCases)
  const pages = buyerPages(analysis)
  const [at, setAt] = useState(0)
  const here = Math.min(at, pages.length - 1)
  const page = pages[here]
  const turn = useCallback((to: (before: number, last: number) => number) => setAt((before) => to(before, pages.length - 1)), [pages.length])
  usePageKeys(turn)
  const title = useRef<HTMLHeadingElement>(null)
  const announcement = useRankAnnouncement(analysis.live.analysis)
  useEffect(() => {
    title.current?.focus({ preventScroll: true })
    document.title = 'Plumbline'
  }, [here])
  if (!page) return null
  const { profile, comparison } = view
  return (
    <div className={classes.sheet}>
      <header className={classes.head}>
        <h1 ref={title} tabIndex={-1} className={classes.title}>
          {page.title}
        </h1>
        <p className={classes.about}>
          {[profile.name, comparison.title].filter((part) => part.trim() !== '').join(' · ')}
          {profile.sample && ' · sample'}
        </p>
      </header>
      <div key={page.title} className={classes.content} tabIndex={0} role="region" aria-label={page.title}>
        {page.content}
      </div>
      <nav className={classes.foot} aria-label="Pages">
        <ActionIcon size={30} aria-label="Page before" disabled={here === 0} onClick={() => turn((before) => before - 1)}>
          <IconChevronLeft size={18} />
        </ActionIcon>
        <span>
          {here + 1} of {pages.length}
        </span>
        <ActionIcon size={30} aria-label="Next page" disabled={here === pages.length - 1} onClick={() => turn((before) => before + 1)}>
          <IconChevronRight size={18} />
        </ActionIcon>
        <span className={classes.date}>As of {formatDay(today)}</span>
      </nav>
      <Announcement words={announcement} />
    </div>
  )
}
