/**
 * Lists of stories that editors keep by hand, and what is to become of them later. Start reading at {@link
 * dev.standfirst.collection.CollectionResource}.
 */
@NullMarked
package dev.standfirst.collection;

import org.jspecify.annotations.NullMarked;
