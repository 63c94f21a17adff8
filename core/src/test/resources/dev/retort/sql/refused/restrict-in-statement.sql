SELECT 1
\restrict x
