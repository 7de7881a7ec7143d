import { Component, type ReactNode } from 'react'
import classes from './Buyer.module.css'

interface BuyerBoundaryProps {
  readonly onFault: (name: string) => void
  readonly children: ReactNode
}

/** A fault in front of the buyer says nothing of what is behind it, and does not open the member's window by itself. */
export class BuyerBoundary extends Component<BuyerBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true }
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFault(error instanceof Error ? error.name : 'thrown')
  }

  override render(): ReactNode {
    return this.state.isBroken ? <p className={classes.alone}>This page cannot go on.</p> : this.props.children
  }
}
