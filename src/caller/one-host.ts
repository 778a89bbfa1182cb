/**
 * Makes an SDK ask the region's host alone, `dynamodb.<region>.amazonaws.com`, and never `<account>.ddb.<region>.amazonaws.com`:
 * a proxy or a private network that knows the first need not know the second. Source: AWS SDKs and Tools Reference Guide,
 * "Account-based endpoints".
 */
export const ONE_HOST = { AWS_ACCOUNT_ID_ENDPOINT_MODE: 'disabled' } as const
