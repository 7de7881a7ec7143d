/** Our own scheme: pages have an origin of their own and no file can be named that we did not mean to serve. */
export const appScheme = 'app'
export const appOrigin = `${appScheme}://plumbline`
export const mainPage = `${appOrigin}/index.html`

/** The page for the buyer lies beside the member's, also where a development server serves them. */
export function buyerPageBeside(page: string): string {
  return new URL('buyer.html', page).href
}

/** True for that very page, whatever follows `#`. */
export function isAt(page: string, address: string): boolean {
  return address.split('#')[0] === page
}
