/** The groups that Dovecot 2.4 has without being told, in its own notation, as `doveconf -I` of 2.4.1 shows them. */

/** The groups that only Dovecot Pro has; there may be more names than these. */
export const proGroupNames: Readonly<Record<string, readonly string[]>> = {
  '@cluster_defaults': ['backend', 'proxy'],
  '@fs_defaults': ['nfs', 's3'],
  '@fts_fs_defaults': ['nfs', 's3'],
};

/** Later releases also create the mailboxes of `english`; what exactly they do is not known here. */
export const builtInGroups = String.raw`
group @mailbox_defaults english {
  namespace inbox {
    inbox = yes
    mailbox Drafts {
      special_use = \Drafts
    }
    mailbox Junk {
      special_use = \Junk
    }
    mailbox Sent {
      special_use = \Sent
    }
    mailbox Trash {
      special_use = \Trash
    }
  }
}
group @metric_defaults proxy {
  metric auth_successes {
    filter = event=auth_request_finished AND success=yes
  }
  metric auth_failures {
    filter = event=auth_request_finished AND NOT success=yes
  }
  metric login_aborted {
    filter = event=login_aborted
    metric_group_by reason {
    }
  }
}
group @metric_defaults backend {
  metric auth_successes {
    filter = event=auth_request_finished AND success=yes
  }
  metric auth_failures {
    filter = event=auth_request_finished AND NOT success=yes
  }
  metric imap_commands {
    filter = event=imap_command_finished
    metric_group_by tagged_reply_state {
    }
  }
  metric mail_deliveries {
    filter = event=mail_delivery_finished
  }
  metric mail_submissions {
    filter = event=smtp_submit_finished
  }
  metric mail_user_session_finished {
    filter = event=mail_user_session_finished
    fields = rss utime
  }
}
`;

/** `@label/name` of each. */
export const builtInGroupNames: ReadonlySet<string> = new Set(
  [...builtInGroups.matchAll(/^group (\S+) (\S+) \{$/gm)].map((match) => `${match[1]}/${match[2]}`),
);

export function isBuiltInGroup(label: string, name: string): boolean {
  return builtInGroupNames.has(`${label}/${name}`);
}

/** The names of each label. */
export const builtInGroupLabels: ReadonlyMap<string, readonly string[]> = namesByLabel(builtInGroupNames);

function namesByLabel(groups: Iterable<string>): Map<string, string[]> {
  const labels = new Map<string, string[]>();
  for (const group of groups) {
    const [label = '', name = ''] = group.split('/');
    labels.set(label, [...(labels.get(label) ?? []), name]);
  }
  return labels;
}
