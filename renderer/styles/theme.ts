import {
  ActionIcon,
  Button,
  Checkbox,
  colorsTuple,
  createTheme,
  defaultCssVariablesResolver,
  Menu,
  NativeSelect,
  Popover,
  Radio,
  Textarea,
  TextInput,
  virtualColor,
  type CSSVariablesResolver,
} from '@mantine/core'

/**
 * The library's own light and dark accent. One tuple for both would fix the colour of button text
 * once, for the light scheme, and leave white on pale blue in the dark one.
 */
const accentLight = colorsTuple(['#e6f0fa', '#cfe1f4', '#a5c8e8', '#7aaedb', '#4a8dc9', '#2470bb', '#0b5cad', '#094c90', '#083f78', '#06325f'])
const accentDark = colorsTuple(['#e6f2ff', '#cce4ff', '#b3d6ff', '#9ccaff', '#7ab8ff', '#5ea3ee', '#4089d6', '#2e6cb0', '#234f82', '#17304b'])

const smallInput = { size: 'xs' } as const

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  colors: { accentLight, accentDark, accent: virtualColor({ name: 'accent', light: 'accentLight', dark: 'accentDark' }) },
  autoContrast: true,
  black: '#0b1a2b',
  fontFamily: 'var(--font)',
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', variant: 'default', fz: 'sm', px: 12 } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 28, variant: 'subtle', color: 'gray' } }),
    TextInput: TextInput.extend({ defaultProps: smallInput }),
    Textarea: Textarea.extend({ defaultProps: smallInput }),
    NativeSelect: NativeSelect.extend({ defaultProps: smallInput }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Radio: Radio.extend({ defaultProps: { size: 'xs' } }),
    // Inside the main landmark, so that a screen reader knows where an open menu belongs.
    Menu: Menu.extend({
      defaultProps: { position: 'bottom-start', withinPortal: true, portalProps: { target: '#content' }, withInitialFocusPlaceholder: false },
    }),
    Popover: Popover.extend({ defaultProps: { withinPortal: true, portalProps: { target: '#content' } } }),
  },
})

/** Hands our tokens to the library, so that a colour is written down in one place only. */
export const tokensForLibrary: CSSVariablesResolver = (resolved) => {
  const own = defaultCssVariablesResolver(resolved)
  return { variables: { ...own.variables }, light: { ...own.light, ...tokens }, dark: { ...own.dark, ...tokens } }
}

const tokens = {
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-success': 'var(--ok)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--control-edge)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--muted)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-text': 'var(--accent)',
  '--mantine-color-accent-light': 'var(--accent-soft)',
  '--mantine-color-accent-light-hover': 'var(--accent-soft)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-accent-outline': 'var(--accent)',
  '--mantine-color-accent-outline-hover': 'var(--accent-soft)',
} as const
