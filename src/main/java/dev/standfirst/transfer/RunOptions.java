package dev.standfirst.transfer;

import org.jspecify.annotations.Nullable;

/**
 * How an import is carried out.
 *
 * @param restore whether rows of an export are written, and not drafts
 * @param pages whether pages are taken for articles
 * @param source what the other system is called where it names things; null where that is not said, or not asked
 * @param address where the site is that the file is of; null where that is not said, or not asked
 */
public record RunOptions(
        ImportFormat format,
        boolean dryRun,
        ImportOptions.OnFault onFault,
        boolean restore,
        boolean pages,
        @Nullable String source,
        @Nullable String address) {}
