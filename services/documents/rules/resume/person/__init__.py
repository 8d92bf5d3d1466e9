"""Who a résumé is about, where they live and how to reach them."""
