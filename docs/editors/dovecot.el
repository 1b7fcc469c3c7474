;;; dovecot.el --- Dovecot configuration in Emacs 28 or newer  -*- lexical-binding: t -*-

;; Load this file. `dovecot-language-server' must be on the PATH. Before Emacs 29 install eglot, too.

(require 'eglot)

(define-derived-mode dovecot-mode conf-unix-mode "Dovecot"
  "Configuration files of Dovecot.")

(dolist (pattern '("/dovecot[^/]*\\.conf\\'" "/dovecot/.*\\.conf\\'" "\\.conf\\.ext\\'"))
  (add-to-list 'auto-mode-alist (cons pattern 'dovecot-mode)))

(add-to-list 'eglot-server-programs '(dovecot-mode . ("dovecot-language-server" "--stdio")))
(add-hook 'dovecot-mode-hook #'eglot-ensure)

(defun dovecot-project (folder)
  "The folder of the root above FOLDER, where no version control says otherwise."
  (let ((root (or (locate-dominating-file folder ".dovelint.yaml")
                  (locate-dominating-file folder "dovecot.conf"))))
    (and root (cons 'transient root))))

(add-hook 'project-find-functions #'dovecot-project t)

;; (setq-default eglot-workspace-configuration '(:dovecot (:target "pro-3.1" :profile "recommended")))

(provide 'dovecot)
;;; dovecot.el ends here
