"""What is listed beside work and schooling: certificates, languages, projects."""
