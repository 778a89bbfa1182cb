/** What is done about a variable: refused, kept from tofu and git while nothing here reads it, or let in for a reason. */
export type Verdict = 'refused' | 'dropped' | `harmless: ${string}`

/** Variables of one documentation with one verdict. */
export type Row = readonly [source: string, verdict: Verdict, names: string]

/**
 * Variables that documentation names, each with what is done about it. `dropped` is what only OpenTofu, the provider or
 * git would read: their environments are allow lists. Sources as each row names them.
 */
export const documentedVariables: ReadonlyArray<Row> = [
  ['AWS SDKs, credentials', 'harmless: one source of credentials', 'AWS_ROLE_SESSION_NAME AWS_CREDENTIAL_EXPIRATION'],
  ['AWS SDKs, credentials', 'harmless: a part of the one source', 'AWS_CREDENTIAL_SCOPE AWS_LOGIN_CACHE_DIRECTORY'],
  [
    'AWS SDKs, containers',
    'harmless: read where a container is the one source',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE'
  ],
  [
    'AWS SDKs, credentials',
    'refused',
    'AWS_PROFILE AWS_ROLE_ARN AWS_WEB_IDENTITY_TOKEN_FILE AWS_CONTAINER_CREDENTIALS_RELATIVE_URI AWS_CONTAINER_CREDENTIALS_FULL_URI'
  ],
  ['aws-sdk-go-v2, env_config.go', 'refused', 'AWS_DEFAULT_PROFILE AWS_ACCESS_KEY AWS_SECRET_KEY AWS_SECURITY_TOKEN'],
  ['AWS SDKs, region and account', 'refused', 'AWS_REGION AWS_DEFAULT_REGION AWS_ACCOUNT_ID'],
  [
    'AWS SDKs, endpoints',
    'refused',
    'AWS_ENDPOINT_URL AWS_ENDPOINT_URL_S3 AWS_ENDPOINT_URL_STS AWS_ENDPOINT_URL_DYNAMODB AWS_ENDPOINT_URL_KMS AWS_USE_FIPS_ENDPOINT AWS_USE_DUALSTACK_ENDPOINT AWS_ACCOUNT_ID_ENDPOINT_MODE AWS_ENABLE_ENDPOINT_DISCOVERY AWS_ENDPOINT_DISCOVERY_ENABLED AWS_EC2_METADATA_SERVICE_ENDPOINT'
  ],
  ['AWS SDKs, endpoints', 'harmless: it takes endpoints away', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'],
  [
    'AWS SDKs, metadata of a machine',
    'harmless: no credentials are taken from it here',
    'AWS_EC2_METADATA_DISABLED AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE AWS_EC2_METADATA_V1_DISABLED'
  ],
  [
    'AWS SDKs, files',
    'harmless: read alike, and judged by what is in it',
    'AWS_CONFIG_FILE AWS_SHARED_CREDENTIALS_FILE'
  ],
  [
    'AWS SDKs, how a request is sent',
    'harmless: it changes neither who asks nor whom',
    'AWS_RETRY_MODE AWS_MAX_ATTEMPTS AWS_DEFAULTS_MODE AWS_DISABLE_CLOCK_SKEW_CORRECTION AWS_REQUEST_CHECKSUM_CALCULATION AWS_RESPONSE_CHECKSUM_VALIDATION AWS_AUTH_SCHEME_PREFERENCE AWS_SIGV4A_SIGNING_REGION_SET AWS_ENABLE_DEFAULT_SOCKET_TIMEOUT_2026'
  ],
  [
    'AWS SDKs, S3',
    'harmless: no bucket is named by an ARN',
    'AWS_S3_USE_ARN_REGION AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS'
  ],
  ['AWS SDKs, S3', 'harmless: no directory bucket is asked', 'AWS_S3_DISABLE_EXPRESS_SESSION_AUTH'],
  [
    'AWS SDKs, what the client calls itself',
    'harmless: words in a header',
    'AWS_SDK_UA_APP_ID AWS_EXECUTION_ENV AWS_LAMBDA_FUNCTION_NAME AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'
  ],
  [
    'OpenTofu, Environment Variables',
    'refused',
    'TF_CLI_ARGS TF_CLI_ARGS_plan TF_WORKSPACE TF_DATA_DIR TF_VAR_account TF_ENCRYPTION TF_REATTACH_PROVIDERS TF_PLUGIN_CACHE_DIR TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE TF_STATE_PERSIST_INTERVAL TF_IGNORE TF_APPEND_USER_AGENT'
  ],
  [
    'OpenTofu, Environment Variables',
    'dropped',
    'TF_LOG TF_LOG_CORE TF_LOG_PROVIDER TF_LOG_PATH TF_INPUT TF_IN_AUTOMATION TF_TOKEN_registry_opentofu_org TF_REGISTRY_DISCOVERY_RETRY TF_REGISTRY_CLIENT_TIMEOUT'
  ],
  [
    'OpenTofu, CLI Configuration File',
    'harmless: the file that it names is judged',
    'TF_CLI_CONFIG_FILE TERRAFORM_CONFIG'
  ],
  ['OpenTofu, tracing', 'dropped', 'OTEL_TRACES_EXPORTER OTEL_EXPORTER_OTLP_ENDPOINT OTEL_EXPORTER_OTLP_HEADERS'],
  ['Go, runtime', 'refused', 'GODEBUG'],
  [
    'Go, runtime',
    'dropped',
    'GOGC GOMEMLIMIT GOMAXPROCS GOTRACEBACK GORACE GOCOVERDIR GOROOT GOPATH GOFLAGS GOFIPS140'
  ],
  [
    'Go, net/http and crypto/x509',
    'refused',
    'HTTP_PROXY HTTPS_PROXY http_proxy https_proxy ALL_PROXY SSL_CERT_FILE SSL_CERT_DIR'
  ],
  ['Go, net/http', 'dropped', 'NO_PROXY no_proxy REQUEST_METHOD'],
  ['npm, config', 'refused', 'npm_config_node_options npm_config_script_shell NPM_CONFIG_SCRIPT_SHELL'],
  [
    'npm, config',
    'harmless: nothing is installed by a run',
    'npm_config_registry npm_config_cache npm_config_prefix npm_config_userconfig'
  ],
  [
    'Node.js, Command-line API',
    'refused',
    'NODE_OPTIONS NODE_PATH NODE_DEBUG NODE_EXTRA_CA_CERTS NODE_TLS_REJECT_UNAUTHORIZED NODE_COMPILE_CACHE NODE_ICU_DATA NODE_PRESERVE_SYMLINKS NODE_REDIRECT_WARNINGS NODE_USE_ENV_PROXY NODE_USE_SYSTEM_CA NODE_TEST_CONTEXT NODE_REPL_EXTERNAL_MODULE'
  ],
  [
    'Node.js, Command-line API',
    'harmless: it changes neither code nor trust',
    'NODE_DISABLE_COLORS NODE_NO_WARNINGS NODE_PENDING_DEPRECATION NODE_SKIP_PLATFORM_CHECK NODE_V8_COVERAGE NO_COLOR FORCE_COLOR UV_THREADPOOL_SIZE UV_USE_IO_URING TZ'
  ],
  [
    'glibc, ld.so(8), and unsecvars.h',
    'refused',
    'LD_PRELOAD LD_AUDIT LD_LIBRARY_PATH LD_DEBUG LD_DEBUG_OUTPUT LD_PROFILE LD_PROFILE_OUTPUT LD_ORIGIN_PATH LD_DYNAMIC_WEAK LD_SHOW_AUXV LD_USE_LOAD_BIAS LD_VERBOSE GCONV_PATH GETCONF_DIR GLIBC_TUNABLES HOSTALIASES LOCALDOMAIN LOCPATH MALLOC_TRACE NIS_PATH NLSPATH RESOLV_HOST_CONF RES_OPTIONS TZDIR'
  ],
  ['glibc, ld.so(8)', 'harmless: libraries are bound at once', 'LD_BIND_NOW'],
  [
    'macOS, dyld(1)',
    'refused',
    'DYLD_INSERT_LIBRARIES DYLD_LIBRARY_PATH DYLD_FRAMEWORK_PATH DYLD_FALLBACK_LIBRARY_PATH DYLD_PRINT_TO_FILE'
  ],
  [
    'OpenSSL, openssl-env(7)',
    'refused',
    'OPENSSL_CONF OPENSSL_CONF_INCLUDE OPENSSL_ENGINES OPENSSL_MODULES SSLKEYLOGFILE'
  ],
  [
    'OpenSSL, openssl-env(7)',
    'harmless: it chooses among instructions of the processor',
    'OPENSSL_ia32cap OPENSSL_armcap'
  ],
  ['Bash, Bash Variables', 'refused', 'BASH_ENV ENV SHELLOPTS BASHOPTS PS4'],
  [
    'Git, git(1)',
    'dropped',
    'GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_CEILING_DIRECTORIES GIT_NAMESPACE GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_COUNT GIT_CONFIG_PARAMETERS GIT_SSH GIT_SSH_COMMAND GIT_ASKPASS GIT_PROXY_COMMAND GIT_EXEC_PATH GIT_TEMPLATE_DIR GIT_EXTERNAL_DIFF GIT_PAGER GIT_EDITOR GIT_TRACE GIT_TRACE2_EVENT GIT_REPLACE_REF_BASE GIT_GRAFT_FILE GIT_SHALLOW_FILE GIT_COMMON_DIR'
  ],
  [
    'POSIX, locale(7)',
    'harmless: it chooses words, and tofu gets it in a plain form',
    'LANG LANGUAGE LC_ALL LC_CTYPE LC_MESSAGES LC_TIME'
  ]
]
