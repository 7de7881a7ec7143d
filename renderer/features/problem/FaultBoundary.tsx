import { Component, type ReactNode } from 'react'

interface FaultBoundaryProps {
  readonly onFault: (error: unknown) => void
  readonly children: ReactNode
}

/** Hands a fault of drawing to the model; the screen for it is shown from there. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true }
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFault(error)
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children
  }
}
