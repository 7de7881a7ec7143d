import { Radio } from '@mantine/core'
import type { Settings } from '#shared/ipc/contract'
import form from '../../ui/Form.module.css'
import { Panel } from '../../ui/Panel'
import classes from './SettingsPage.module.css'

const themes: readonly { readonly value: Settings['theme']; readonly label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

export function AppearanceSettings({
  theme,
  onChange,
}: {
  readonly theme: Settings['theme']
  readonly onChange: (theme: Settings['theme']) => void
}) {
  return (
    <Panel title="Appearance">
      <div className={classes.body}>
        <Radio.Group label="Theme" value={theme} onChange={(value) => onChange(themes.find((choice) => choice.value === value)?.value ?? 'system')}>
          <div className={form.radios}>
            {themes.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </div>
        </Radio.Group>
      </div>
    </Panel>
  )
}
