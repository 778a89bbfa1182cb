/**
 * Settings that people keep for npm itself, or give to `npm run`; their presence says nothing of a forgotten `--`. A
 * name that is not here is looked up in npm. Source: npm 10 and 11, "Config"; node-gyp and node-pre-gyp.
 */
export const NPM_SETTINGS: ReadonlySet<string> = new Set(
  `access allow_directory allow_file allow_git allow_remote allow_scripts allow_scripts_pending allow_scripts_pin also audit
  audit_level auth_type before bin_links browser ca cache cache_max cache_min cafile cert cidr color commit_hooks cpu dev
  dangerously_allow_all_scripts depth engine_strict fetch_retries fetch_retry_factor fetch_retry_maxtimeout
  fetch_retry_mintimeout fetch_timeout force foreground_scripts format_package_lock fund git git_tag_version global_prefix
  global_style globalconfig heading https_proxy if_present ignore_scripts include include_workspace_root init_author_email
  init_author_name init_author_url init_license init_module init_private init_type init_version install_links
  install_strategy legacy_bundling legacy_peer_deps libc local_address local_prefix lockfile_version loglevel logs_dir
  logs_max maxsockets min_release_age node_gyp node_options nodedir noproxy npm_version offline omit
  omit_lockfile_registry_resolved optional os otp package_lock prefer_dedupe prefer_offline prefer_online prefix preid
  production progress provenance registry replace_registry_host save_exact save_prefix scope script_shell
  searchexclude searchlimit searchopts searchstaleness shell shrinkwrap sign_git_commit sign_git_tag strict_allow_scripts
  strict_peer_deps strict_ssl tag tag_version_prefix timing umask unicode update_notifier user_agent userconfig viewer
  workspace workspaces workspaces_update yes
  arch build_from_source disturl jobs msvs_version platform python runtime target_arch target_platform unsafe_perm`.split(
    /\s+/
  )
)

/** Settings of npm that ask for something when they are on, and for nothing when they are off. */
export const NPM_SWITCHES: ReadonlySet<string> = new Set('all dry_run global json link long parseable save'.split(' '))
