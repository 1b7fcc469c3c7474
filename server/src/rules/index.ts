/** Every rule there is, by id. Made by `npm run generate` from the files of this folder. Ids of removed rules are never used again. */

import type { Rule } from '../lint/rule.ts';
import { attachmentsUnsupported } from './attachments-unsupported.ts';
import { awsCredentialsConflict } from './aws-credentials-conflict.ts';
import { awsCredentialsMissing } from './aws-credentials-missing.ts';
import { awsDynamodbUnsupported } from './aws-dynamodb-unsupported.ts';
import { awsIamListenerMissing } from './aws-iam-listener-missing.ts';
import { awsKeyspacesUnsupported } from './aws-keyspaces-unsupported.ts';
import { awsPathStyleDeprecated } from './aws-path-style-deprecated.ts';
import { awsRegionConflict } from './aws-region-conflict.ts';
import { awsRegionMissing } from './aws-region-missing.ts';
import { awsS3EndpointMismatch } from './aws-s3-endpoint-mismatch.ts';
import { azureAuthIncomplete } from './azure-auth-incomplete.ts';
import { azureAuthMissing } from './azure-auth-missing.ts';
import { azureListenerMissing } from './azure-listener-missing.ts';
import { azureReleaseMismatch } from './azure-release-mismatch.ts';
import { azureSharedKeyDeprecated } from './azure-shared-key-deprecated.ts';
import { azureUrlMismatch } from './azure-url-mismatch.ts';
import { bucketLifecycleConflict } from './bucket-lifecycle-conflict.ts';
import { bulkLimitMismatch } from './bulk-limit-mismatch.ts';
import { cachePathConflict } from './cache-path-conflict.ts';
import { cdmiHashMissing } from './cdmi-hash-missing.ts';
import { clusterGeodbMissing } from './cluster-geodb-missing.ts';
import { clusterRoleMismatch } from './cluster-role-mismatch.ts';
import { commentAmbiguous } from './comment-ambiguous.ts';
import { compressMethodMissing } from './compress-method-missing.ts';
import { compressUnsupported } from './compress-unsupported.ts';
import { compressionConflict } from './compression-conflict.ts';
import { configVersionMissing } from './config-version-missing.ts';
import { configVersionUnsupported } from './config-version-unsupported.ts';
import { continuationLost } from './continuation-lost.ts';
import { copyFlagsConflict } from './copy-flags-conflict.ts';
import { copyFlagsRecommended } from './copy-flags-recommended.ts';
import { cqlConnectionIncomplete } from './cql-connection-incomplete.ts';
import { cqlConsistencyUnsupported } from './cql-consistency-unsupported.ts';
import { cqlConsistencyWeak } from './cql-consistency-weak.ts';
import { cqlFallbackMissing } from './cql-fallback-missing.ts';
import { cqlFlagAmbiguous } from './cql-flag-ambiguous.ts';
import { cqlMachinesShared } from './cql-machines-shared.ts';
import { cqlManagedService } from './cql-managed-service.ts';
import { cqlNodesMismatch } from './cql-nodes-mismatch.ts';
import { cqlOptionUnsupported } from './cql-option-unsupported.ts';
import { cqlProtocolVersion } from './cql-protocol-version.ts';
import { cqlRacksTooFew } from './cql-racks-too-few.ts';
import { cqlReplicationWeak } from './cql-replication-weak.ts';
import { cqlRetryAmbiguous } from './cql-retry-ambiguous.ts';
import { cqlServerOther } from './cql-server-other.ts';
import { cqlSingleNode } from './cql-single-node.ts';
import { cqlTlsIncomplete } from './cql-tls-incomplete.ts';
import { cryptKeysMissing } from './crypt-keys-missing.ts';
import { dboxMigrationRequired } from './dbox-migration-required.ts';
import { deploymentManifestContradictory } from './deployment-manifest-contradictory.ts';
import { deploymentManifestInvalid } from './deployment-manifest-invalid.ts';
import { dictAsyncListenerMismatch } from './dict-async-listener-mismatch.ts';
import { dictAsyncRecommended } from './dict-async-recommended.ts';
import { dictAsyncSingleRecommended } from './dict-async-single-recommended.ts';
import { dictMapFieldUnsupported } from './dict-map-field-unsupported.ts';
import { dictMapIncomplete } from './dict-map-incomplete.ts';
import { dictMapLost } from './dict-map-lost.ts';
import { dictMapMissing } from './dict-map-missing.ts';
import { dictMapPathDeprecated } from './dict-map-path-deprecated.ts';
import { dictMapWritetimeMissing } from './dict-map-writetime-missing.ts';
import { dictProxyRequired } from './dict-proxy-required.ts';
import { dictUndeclared } from './dict-undeclared.ts';
import { dictVszLimitRequired } from './dict-vsz-limit-required.ts';
import { dictmapDisabled } from './dictmap-disabled.ts';
import { dictmapLinksLost } from './dictmap-links-lost.ts';
import { dictmapLockMismatch } from './dictmap-lock-mismatch.ts';
import { dictmapMissing } from './dictmap-missing.ts';
import { dictmapObjectPathMismatch } from './dictmap-object-path-mismatch.ts';
import { dictmapParameterConflict } from './dictmap-parameter-conflict.ts';
import { dictmapParameterMissing } from './dictmap-parameter-missing.ts';
import { dictmapParameterRecommended } from './dictmap-parameter-recommended.ts';
import { dictmapRoleMismatch } from './dictmap-role-mismatch.ts';
import { dictmapSeparatorMissing } from './dictmap-separator-missing.ts';
import { doveadmFsScheduled } from './doveadm-fs-scheduled.ts';
import { expungedMailsLost } from './expunged-mails-lost.ts';
import { featureRemoved } from './feature-removed.ts';
import { fetchFailureRecommended } from './fetch-failure-recommended.ts';
import { filterOrderMismatch } from './filter-order-mismatch.ts';
import { fsNameConflict } from './fs-name-conflict.ts';
import { fsOrderConflict } from './fs-order-conflict.ts';
import { fsStorageMissing } from './fs-storage-missing.ts';
import { fscacheLogPathMismatch } from './fscache-log-path-mismatch.ts';
import { fscacheMissing } from './fscache-missing.ts';
import { fscacheSizeMissing } from './fscache-size-missing.ts';
import { fscacheSplitRecommended } from './fscache-split-recommended.ts';
import { ftsCacheMissing } from './fts-cache-missing.ts';
import { ftsCacheUnsupported } from './fts-cache-unsupported.ts';
import { ftsLimitsRecommended } from './fts-limits-recommended.ts';
import { ftsPluginMissing } from './fts-plugin-missing.ts';
import { ftsStorageMismatch } from './fts-storage-mismatch.ts';
import { ftsUserMissing } from './fts-user-missing.ts';
import { geoRedundancyUnsupported } from './geo-redundancy-unsupported.ts';
import { globalSettingShadowed } from './global-setting-shadowed.ts';
import { groupUndefined } from './group-undefined.ts';
import { httpTimeoutMismatch } from './http-timeout-mismatch.ts';
import { includeMissing } from './include-missing.ts';
import { includeRecursive } from './include-recursive.ts';
import { includeUnread } from './include-unread.ts';
import { indexCompressionRecommended } from './index-compression-recommended.ts';
import { lastInstanceUnsupported } from './last-instance-unsupported.ts';
import { lazyExpungeRecommended } from './lazy-expunge-recommended.ts';
import { listIndexRequired } from './list-index-required.ts';
import { mailFormatUnsupported } from './mail-format-unsupported.ts';
import { mailHomeHashMissing } from './mail-home-hash-missing.ts';
import { mailStorageDirectAccess } from './mail-storage-direct-access.ts';
import { mailUserMissing } from './mail-user-missing.ts';
import { metacacheChangesLost } from './metacache-changes-lost.ts';
import { metacacheHostDictRecommended } from './metacache-host-dict-recommended.ts';
import { metacacheSettingConflict } from './metacache-setting-conflict.ts';
import { metacacheSpaceMissing } from './metacache-space-missing.ts';
import { nfsDictmapUnadvised } from './nfs-dictmap-unadvised.ts';
import { nfsFlushUnadvised } from './nfs-flush-unadvised.ts';
import { nfsHashMissing } from './nfs-hash-missing.ts';
import { nfsIndexConflict } from './nfs-index-conflict.ts';
import { nfsLmtpRequired } from './nfs-lmtp-required.ts';
import { nfsOptionsMissing } from './nfs-options-missing.ts';
import { nfsPrefixConflict } from './nfs-prefix-conflict.ts';
import { nfsQuotaStatusUnsupported } from './nfs-quota-status-unsupported.ts';
import { nfsSettingMismatch } from './nfs-setting-mismatch.ts';
import { nfsUserLimit } from './nfs-user-limit.ts';
import { nfsUsersUndeclared } from './nfs-users-undeclared.ts';
import { nfsVersionUntested } from './nfs-version-untested.ts';
import { nfsWrapperRecommended } from './nfs-wrapper-recommended.ts';
import { oboxIndexPathMissing } from './obox-index-path-missing.ts';
import { oboxPluginMissing } from './obox-plugin-missing.ts';
import { oboxSettingRecommended } from './obox-setting-recommended.ts';
import { oboxSettingsMismatch } from './obox-settings-mismatch.ts';
import { oboxSizeMismatch } from './obox-size-mismatch.ts';
import { oboxWorkaroundLeft } from './obox-workaround-left.ts';
import { placeholderLeft } from './placeholder-left.ts';
import { posixArgumentUnknown } from './posix-argument-unknown.ts';
import { posixIndexUnsupported } from './posix-index-unsupported.ts';
import { posixOptionsRecommended } from './posix-options-recommended.ts';
import { posixPrefixAmbiguous } from './posix-prefix-ambiguous.ts';
import { proFeatureUnsupported } from './pro-feature-unsupported.ts';
import { projectFileInvalid } from './project-file-invalid.ts';
import { quotaLazyCheckMissing } from './quota-lazy-check-missing.ts';
import { releaseMismatch } from './release-mismatch.ts';
import { requestHeadersRecommended } from './request-headers-recommended.ts';
import { requiredSettingMissing } from './required-setting-missing.ts';
import { s3AwsDriverRecommended } from './s3-aws-driver-recommended.ts';
import { s3BucketMismatch } from './s3-bucket-mismatch.ts';
import { s3CompatibleBasic } from './s3-compatible-basic.ts';
import { s3DispersionMissing } from './s3-dispersion-missing.ts';
import { s3SecretInline } from './s3-secret-inline.ts';
import { s3UrlCredentialsDeprecated } from './s3-url-credentials-deprecated.ts';
import { scylladbExtension } from './scylladb-extension.ts';
import { scylladbUntested } from './scylladb-untested.ts';
import { secondaryIndexLost } from './secondary-index-lost.ts';
import { sectionMisplaced } from './section-misplaced.ts';
import { sectionNameConflict } from './section-name-conflict.ts';
import { sectionNameInvalid } from './section-name-invalid.ts';
import { sectionNameMissing } from './section-name-missing.ts';
import { sectionNameUnexpected } from './section-name-unexpected.ts';
import { sectionUnknown } from './section-unknown.ts';
import { settingConflict } from './setting-conflict.ts';
import { settingFormMismatch } from './setting-form-mismatch.ts';
import { settingMisplaced } from './setting-misplaced.ts';
import { settingObsolete } from './setting-obsolete.ts';
import { settingUnknown } from './setting-unknown.ts';
import { siteRegionUndeclared } from './site-region-undeclared.ts';
import { sproxydClassMismatch } from './sproxyd-class-mismatch.ts';
import { sslDisabled } from './ssl-disabled.ts';
import { storageCredentialsExposed } from './storage-credentials-exposed.ts';
import { storageDeclaredMismatch } from './storage-declared-mismatch.ts';
import { storageFeatureUnsupported } from './storage-feature-unsupported.ts';
import { storageLocal } from './storage-local.ts';
import { storageOptionUnadvised } from './storage-option-unadvised.ts';
import { storageUnlisted } from './storage-unlisted.ts';
import { storageVersionMissing } from './storage-version-missing.ts';
import { suppressionExpired } from './suppression-expired.ts';
import { suppressionReasonMissing } from './suppression-reason-missing.ts';
import { suppressionUnknownRule } from './suppression-unknown-rule.ts';
import { suppressionUnused } from './suppression-unused.ts';
import { syntaxError } from './syntax-error.ts';
import { testDriverLeft } from './test-driver-left.ts';
import { uriParameterDeprecated } from './uri-parameter-deprecated.ts';
import { urlEscapeMismatch } from './url-escape-mismatch.ts';
import { valueInvalid } from './value-invalid.ts';
import { valueOutOfRange } from './value-out-of-range.ts';
import { valueUnlisted } from './value-unlisted.ts';
import { variableFilterUnknown } from './variable-filter-unknown.ts';
import { variableOldSyntax } from './variable-old-syntax.ts';
import { variableSyntax } from './variable-syntax.ts';
import { variableUndefined } from './variable-undefined.ts';
import { variableUnknown } from './variable-unknown.ts';

export const rules: readonly Rule[] = [
  attachmentsUnsupported,
  awsCredentialsConflict,
  awsCredentialsMissing,
  awsDynamodbUnsupported,
  awsIamListenerMissing,
  awsKeyspacesUnsupported,
  awsPathStyleDeprecated,
  awsRegionConflict,
  awsRegionMissing,
  awsS3EndpointMismatch,
  azureAuthIncomplete,
  azureAuthMissing,
  azureListenerMissing,
  azureReleaseMismatch,
  azureSharedKeyDeprecated,
  azureUrlMismatch,
  bucketLifecycleConflict,
  bulkLimitMismatch,
  cachePathConflict,
  cdmiHashMissing,
  clusterGeodbMissing,
  clusterRoleMismatch,
  commentAmbiguous,
  compressMethodMissing,
  compressUnsupported,
  compressionConflict,
  configVersionMissing,
  configVersionUnsupported,
  continuationLost,
  copyFlagsConflict,
  copyFlagsRecommended,
  cqlConnectionIncomplete,
  cqlConsistencyUnsupported,
  cqlConsistencyWeak,
  cqlFallbackMissing,
  cqlFlagAmbiguous,
  cqlMachinesShared,
  cqlManagedService,
  cqlNodesMismatch,
  cqlOptionUnsupported,
  cqlProtocolVersion,
  cqlRacksTooFew,
  cqlReplicationWeak,
  cqlRetryAmbiguous,
  cqlServerOther,
  cqlSingleNode,
  cqlTlsIncomplete,
  cryptKeysMissing,
  dboxMigrationRequired,
  deploymentManifestContradictory,
  deploymentManifestInvalid,
  dictAsyncListenerMismatch,
  dictAsyncRecommended,
  dictAsyncSingleRecommended,
  dictMapFieldUnsupported,
  dictMapIncomplete,
  dictMapLost,
  dictMapMissing,
  dictMapPathDeprecated,
  dictMapWritetimeMissing,
  dictProxyRequired,
  dictUndeclared,
  dictVszLimitRequired,
  dictmapDisabled,
  dictmapLinksLost,
  dictmapLockMismatch,
  dictmapMissing,
  dictmapObjectPathMismatch,
  dictmapParameterConflict,
  dictmapParameterMissing,
  dictmapParameterRecommended,
  dictmapRoleMismatch,
  dictmapSeparatorMissing,
  doveadmFsScheduled,
  expungedMailsLost,
  featureRemoved,
  fetchFailureRecommended,
  filterOrderMismatch,
  fsNameConflict,
  fsOrderConflict,
  fsStorageMissing,
  fscacheLogPathMismatch,
  fscacheMissing,
  fscacheSizeMissing,
  fscacheSplitRecommended,
  ftsCacheMissing,
  ftsCacheUnsupported,
  ftsLimitsRecommended,
  ftsPluginMissing,
  ftsStorageMismatch,
  ftsUserMissing,
  geoRedundancyUnsupported,
  globalSettingShadowed,
  groupUndefined,
  httpTimeoutMismatch,
  includeMissing,
  includeRecursive,
  includeUnread,
  indexCompressionRecommended,
  lastInstanceUnsupported,
  lazyExpungeRecommended,
  listIndexRequired,
  mailFormatUnsupported,
  mailHomeHashMissing,
  mailStorageDirectAccess,
  mailUserMissing,
  metacacheChangesLost,
  metacacheHostDictRecommended,
  metacacheSettingConflict,
  metacacheSpaceMissing,
  nfsDictmapUnadvised,
  nfsFlushUnadvised,
  nfsHashMissing,
  nfsIndexConflict,
  nfsLmtpRequired,
  nfsOptionsMissing,
  nfsPrefixConflict,
  nfsQuotaStatusUnsupported,
  nfsSettingMismatch,
  nfsUserLimit,
  nfsUsersUndeclared,
  nfsVersionUntested,
  nfsWrapperRecommended,
  oboxIndexPathMissing,
  oboxPluginMissing,
  oboxSettingRecommended,
  oboxSettingsMismatch,
  oboxSizeMismatch,
  oboxWorkaroundLeft,
  placeholderLeft,
  posixArgumentUnknown,
  posixIndexUnsupported,
  posixOptionsRecommended,
  posixPrefixAmbiguous,
  proFeatureUnsupported,
  projectFileInvalid,
  quotaLazyCheckMissing,
  releaseMismatch,
  requestHeadersRecommended,
  requiredSettingMissing,
  s3AwsDriverRecommended,
  s3BucketMismatch,
  s3CompatibleBasic,
  s3DispersionMissing,
  s3SecretInline,
  s3UrlCredentialsDeprecated,
  scylladbExtension,
  scylladbUntested,
  secondaryIndexLost,
  sectionMisplaced,
  sectionNameConflict,
  sectionNameInvalid,
  sectionNameMissing,
  sectionNameUnexpected,
  sectionUnknown,
  settingConflict,
  settingFormMismatch,
  settingMisplaced,
  settingObsolete,
  settingUnknown,
  siteRegionUndeclared,
  sproxydClassMismatch,
  sslDisabled,
  storageCredentialsExposed,
  storageDeclaredMismatch,
  storageFeatureUnsupported,
  storageLocal,
  storageOptionUnadvised,
  storageUnlisted,
  storageVersionMissing,
  suppressionExpired,
  suppressionReasonMissing,
  suppressionUnknownRule,
  suppressionUnused,
  syntaxError,
  testDriverLeft,
  uriParameterDeprecated,
  urlEscapeMismatch,
  valueInvalid,
  valueOutOfRange,
  valueUnlisted,
  variableFilterUnknown,
  variableOldSyntax,
  variableSyntax,
  variableUndefined,
  variableUnknown,
];
