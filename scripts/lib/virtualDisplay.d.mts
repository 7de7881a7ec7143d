export interface VirtualDisplay {
  /** For the variable DISPLAY, such as ":99". */
  readonly display: string
  readonly stop: () => Promise<void>
}

export function hasDisplay(situation?: { readonly env?: NodeJS.ProcessEnv; readonly platform?: string }): boolean
export function startVirtualDisplay(options?: { readonly size?: string }): Promise<VirtualDisplay>
