export declare function seedPlaces(folder: string | undefined, env?: NodeJS.ProcessEnv): { readonly vault: string; readonly env: NodeJS.ProcessEnv }
