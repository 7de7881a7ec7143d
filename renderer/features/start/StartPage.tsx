import { Button } from '@mantine/core'
import { IconFolderShare, IconMap2, IconPlus, type Icon } from '@tabler/icons-react'
import { useState } from 'react'
import type { ChosenFolder } from '../../ui/ChosenFolder'
import { JoinTeamDialog, type JoinTeam } from '../../ui/JoinTeamDialog'
import { Problem } from '../../ui/Problem'
import { StartEmptyDialog } from '../../ui/StartEmptyDialog'
import classes from './StartPage.module.css'

interface StartPageProps {
  /** Why the last workspace could not be opened, or the last wish not be met. */
  readonly problem: string | null
  readonly isBusy: boolean
  readonly memberName: string
  /** What is on this laptop already. */
  readonly workspaces: readonly { readonly workspaceId: string; readonly name: string }[]
  readonly onSample: () => void
  readonly onChooseFolder: () => Promise<ChosenFolder | null>
  readonly onJoin: JoinTeam
  readonly onCreate: (name: string, memberName: string) => void
  readonly onOpen: (workspaceId: string) => void
}

/** The first screen: three ways in, nothing else. */
export function StartPage({ problem, isBusy, memberName, workspaces, onSample, onChooseFolder, onJoin, onCreate, onOpen }: StartPageProps) {
  const [asked, setAsked] = useState<'nothing' | 'join' | 'create'>('nothing')
  const close = (): void => setAsked('nothing')
  return (
    <main className={classes.page}>
      <div className={classes.inside}>
        <h1 className={classes.title}>Plumbline</h1>
        <p className={classes.lead}>
          Lay the options side by side with the buyer, and reach a choice both of you can defend. Everything works without a network and stays on this
          laptop.
        </p>
        {problem !== null && <Problem>{problem}</Problem>}
        <div className={classes.ways}>
          <Way
            icon={IconMap2}
            title="Explore the sample"
            text="A made-up fleet adviser with real car figures. Change what you like."
            label="Open the sample"
            isMain
            isBusy={isBusy}
            onChoose={onSample}
          />
          <Way
            icon={IconFolderShare}
            title="Join a team folder"
            text="Your team already works in a shared folder, such as a network drive."
            label="Choose the folder"
            isBusy={isBusy}
            onChoose={() => setAsked('join')}
          />
          <Way
            icon={IconPlus}
            title="Start empty"
            text="A workspace of your own. You can share it with a team later."
            label="Start empty"
            isBusy={isBusy}
            onChoose={() => setAsked('create')}
          />
        </div>
        {workspaces.length > 0 && (
          <section aria-labelledby="workspaces-title">
            <h2 id="workspaces-title" className={classes.wayTitle}>
              Workspaces on this laptop
            </h2>
            <ul className={classes.workspaces}>
              {workspaces.map(({ workspaceId, name }) => (
                <li key={workspaceId}>
                  <Button onClick={() => onOpen(workspaceId)} disabled={isBusy}>
                    Open {name}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {asked === 'join' && <JoinTeamDialog memberName={memberName} onChooseFolder={onChooseFolder} onJoin={onJoin} onClose={close} />}
      {asked === 'create' && <StartEmptyDialog memberName={memberName} onCreate={onCreate} onClose={close} />}
    </main>
  )
}

interface WayProps {
  readonly icon: Icon
  readonly title: string
  readonly text: string
  readonly label: string
  readonly isMain?: boolean
  readonly isBusy: boolean
  readonly onChoose: () => void
}

function Way({ icon: WayIcon, title, text, label, isMain = false, isBusy, onChoose }: WayProps) {
  return (
    <section className={classes.way}>
      <WayIcon size={24} stroke={1.5} aria-hidden className={classes.icon} />
      <h2 className={classes.wayTitle}>{title}</h2>
      <p className={classes.wayText}>{text}</p>
      <Button variant={isMain ? 'filled' : 'default'} onClick={onChoose} disabled={isBusy}>
        {label}
      </Button>
    </section>
  )
}
