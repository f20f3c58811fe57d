package dev.standfirst.article.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Keeps a batch of work whole, or none of it. */
@ApplicationScoped
public class BatchService {
    private final TransactionSynchronizationRegistry transactions;

    BatchService(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** Does the work in a transaction of its own, which ends with it: kept, or rolled back as if it had never been. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T whole(Supplier<T> work, boolean keep) {
        T result = work.get();
        if (!keep) {
            transactions.setRollbackOnly();
        }
        return result;
    }
}
